"""Finding: one language and one search for all that is kept, in find, palette, `organizer search` and `list`.

`query` reads what is typed, `meaning` what it asks of a practice, `pillars` says where the words and facts of each kind
of record are, and `finder` searches. Saved filters are records of the table `filters`.
"""

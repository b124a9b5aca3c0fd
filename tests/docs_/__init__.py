"""The pages under docs/ against the program: keys, verbs, settings, fields, examples, links."""

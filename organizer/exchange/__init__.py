"""Taking everything along, and bringing things in: own JSON, CSV, Markdown. Pure: text in, text out."""

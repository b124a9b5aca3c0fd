"""The verbs of the command line: what each is called, how its words are read, and what it prints."""

VERSION = "0.1.0"

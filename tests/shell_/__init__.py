"""The command line, by what a person did."""

"""`make bench`: how fast the app is beside the smallest programs of its kind, as a table for people. Never a test."""

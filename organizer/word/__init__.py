"""The rules of a word given: its states, when its time has passed, and what is counted."""

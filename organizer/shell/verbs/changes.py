"""The verbs of what was done: back, again, and what it was."""

from organizer.shell.verbs.verb import Verb

VERBS = (
    Verb("undo", "", "Take back what was done last.", "changing"),
    Verb("redo", "", "Do again what was taken back.", "changing"),
    Verb("history", "[ID]", "Show what was done, newest first; of one entry, field by field.", "reading", 0, 1),
)

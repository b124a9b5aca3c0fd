"""Every verb of the command line, described once: parsing, help, completion and docs all read these tables.

A table is imported when one of its verbs is asked for: `add` pays for no other.
"""

from organizer.shell.verbs.verb import GLOBAL, HELP, Option, Verb

PLACES = ("board", "journal", "theme", "rituals")
"""Where the full screen can open, besides Today, My Word, the Front Door and Wins: these print."""

_TABLES = {
    "entries": ("add", "parse", "list", "show", "done", "pick", "skip", "pause", "resume", "edit", "drop", "move"),
    "journal": ("log", "migrate", "schedule", "collect", "collections", "habits"),
    "looking": ("today", "search", "searches"),
    "word": ("promise", "word", "keep", "renegotiate", "release", "repair"),
    "door": ("inquiry", "door", "answer", "closures"),
    "telling": ("path", "feedback"),
    "wins": ("win", "wins", "reward", "rewards"),
    "rituals": ("review", "rituals"),
    "changes": ("undo", "redo", "history"),
    "practice": ("packs", "areas", "theme"),
    "reminding": ("remind", "reminders"),
    "vault": ("passphrase", "lock", "backup", "backups", "restore", "check"),
    "taking": ("export", "import", "report"),
    "house": ("settings", "keys", "where", "demo", "tour", "man", "completion"),
}
"""The modules in the order of the help, each with the names of its verbs."""


def _of(table: str) -> tuple[Verb, ...]:
    module = __import__(f"organizer.shell.verbs.{table}", fromlist=["VERBS"])
    found: tuple[Verb, ...] = module.VERBS
    return found


def find(name: str) -> Verb | None:
    """The verb of that name."""
    for table, names in _TABLES.items():
        if name in names:
            return _of(table)[names.index(name)]
    return None


def every() -> tuple[Verb, ...]:
    """All verbs, in the order of the help."""
    return tuple(verb for table in _TABLES for verb in _of(table))


def names() -> tuple[str, ...]:
    """The names of all verbs; no table is imported for them."""
    return tuple(name for table in _TABLES.values() for name in table)


__all__ = ["GLOBAL", "HELP", "PLACES", "Option", "Verb", "every", "find", "names"]

"""What can go wrong, each with a sentence for people and an exit code for programs.

A message says what happened, what was kept, and what to do. It never quotes what the person wrote
unless they have just typed it.
"""

from __future__ import annotations


class OrganizerError(Exception):
    """Base of all: `str(error)` is the sentence, `exit_code` what the shell gets."""

    exit_code = 1


class WrongUse(OrganizerError):
    """The words of a command do not fit it."""

    exit_code = 2


class NotFound(OrganizerError):
    """Nothing by that id or name."""

    exit_code = 3


class Ambiguous(OrganizerError):
    """More than one thing by that id or name."""

    exit_code = 4


class Locked(OrganizerError):
    """The vault is sealed and the passphrase is missing or wrong."""

    exit_code = 5


class Damaged(OrganizerError):
    """The vault cannot be read, or is not ours to read (a newer version's, a foreign file)."""

    exit_code = 6


class Conflict(OrganizerError):
    """Something else has changed the same thing since, or holds the vault."""

    exit_code = 7


class DiskTrouble(OrganizerError):
    """The disk is full, read-only, or out of reach."""

    exit_code = 8

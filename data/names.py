"""What kind of file a name in a vault's folder stands for; copies that sync programs make are told from our own."""

from __future__ import annotations

import re

from data.layout import CARD, COPY, LOCK

_OWN = re.compile(r"(base)-\d{8}\.json|(log)-\d{8}\.jsonl|(history)-\d{4}\.jsonl|(archive)-\d{4}-[0-9a-f]{8}\.json")
_ASIDE = ("torn-", "conflict-", "damaged-")
_COPY = re.compile(
    r"conflicted copy|conflict(?:ed)?[ _-]\d|\.sync-conflict-|case conflict| \(\d+\)(?=\.|$)| \d+(?=\.\w+$)|~\w+\.\w+$",
    re.IGNORECASE,
)
_STEM = re.compile(r"(?:vault|base-\d{8}|log-\d{8}|history-\d{4}|archive-\d{4}-[0-9a-f]{8})[-_. ]?.+\.jsonl?$")


def kind_of(name: str) -> str:
    """What it is: "card", "base", "log", "history", "archive", "lock", "unfinished", "aside", "copy" (a sync
    program's) or "unknown"."""
    if name in (CARD, COPY, LOCK):
        return "lock" if name == LOCK else "card"
    own = _OWN.fullmatch(name)
    if own:
        return str(next(filter(None, own.groups())))
    if name.startswith(_ASIDE):
        return "aside"
    if _COPY.search(name) or _STEM.match(name):
        return "copy"
    return "unfinished" if name.endswith(".tmp") else "unknown"


def is_ours(name: str) -> bool:
    """Whether a backup needs the file: it is part of what the vault says."""
    return kind_of(name) in ("card", "base", "log", "history", "archive")

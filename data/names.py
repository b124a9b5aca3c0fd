"""What kind of file a name in a vault's folder stands for; copies that sync programs make are told from our own."""

from __future__ import annotations

import re

from data.layout import CARD, COPY, LOCK

_OWN = re.compile(r"(base)-\d{8}\.json|(log)-\d{8}\.jsonl|(history)-\d{4}\.jsonl")
_ASIDE = ("torn-", "conflict-", "damaged-")
_COPY = re.compile(
    r"conflicted copy|conflict(?:ed)?[ _-]\d|\.sync-conflict-|case conflict| \(\d+\)(?=\.|$)| \d+(?=\.\w+$)|~\w+\.\w+$",
    re.IGNORECASE,
)
_STEM = re.compile(r"(?:vault|base-\d{8}|log-\d{8}|history-\d{4})[-_. ]?.+\.jsonl?$")


def kind_of(name: str) -> str:
    """One of "card", "base", "log", "history", "lock", "unfinished", "aside", "copy" (a sync program's), "unknown"."""
    if name in (CARD, COPY, LOCK):
        return "lock" if name == LOCK else "card"
    own = _OWN.fullmatch(name)
    if own:
        return own[1] or own[2] or own[3]
    if name.startswith(_ASIDE):
        return "aside"
    if _COPY.search(name) or _STEM.match(name):
        return "copy"
    return "unfinished" if name.endswith(".tmp") else "unknown"


def is_ours(name: str) -> bool:
    """Whether a backup needs the file: it is part of what the vault says."""
    return kind_of(name) in ("card", "base", "log", "history")

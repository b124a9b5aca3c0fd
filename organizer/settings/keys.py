"""The keys: what a person gave another one."""

from __future__ import annotations

from typing import Any

from organizer.settings.known import Known
from organizer.words import count

GROUP = "How it looks"


def _said(value: Any) -> str:
    return f"{count(len(value), 'key')} of your own" if value else "the usual ones"


KEYS = Known(
    "keys",
    "Keys",
    "Any command may have another key; leads to all of them.",
    "keys",
    {},
    about="give a command another one",
    question="Which key?",
    says=_said,
    tells="Keys: {}",
    leads="setting.keys",
)
SETTINGS = (KEYS,)

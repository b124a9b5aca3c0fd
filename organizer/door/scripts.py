"""Words to say at the door: those that are shipped, and one's own, which may stand in the place of these."""

from __future__ import annotations

from collections.abc import Iterable

from organizer.packs import Words
from organizer.practice import Practice


def scripts(practice: Practice, shipped: Iterable[Words]) -> tuple[Words, ...]:
    """The shipped ones in their order, each in one's own words where there are some, then those that are all one's
    own."""
    own = {one.of: one for one in practice.scripts.values() if one.of}
    known = [*shipped]
    found = [
        one._replace(id=own[one.key].id, name=own[one.key].name, text=own[one.key].text) if one.key in own else one
        for one in known
    ]
    keys = {one.key for one in known}
    rest = [one for one in practice.scripts.values() if one.of not in keys]
    return (*found, *(Words("", s.id, s.name, s.text) for s in sorted(rest, key=lambda s: (s.order, s.name))))

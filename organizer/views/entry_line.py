"""An entry as the line of JSON that programs read: what `entry_json` says, put together of what most of them share."""

from __future__ import annotations

from functools import lru_cache
from json import JSONEncoder
from json.encoder import encode_basestring as quoted
from typing import Any

from organizer.ids import short
from organizer.records import Entry
from organizer.views.shape import entry_json

_encode = JSONEncoder(ensure_ascii=False).encode
_BLANK = entry_json(Entry(""))
_AT = {name: at for at, name in enumerate(_BLANK)}
_USUAL = [f"{quoted(name)}: {_encode(value)}" for name, value in _BLANK.items()]
"""What is said of a field that says nothing, by its place in the line."""
_MADE = frozenset({"id", "placements", "repeat", "checklist", "signifiers", "tags", "blocked_by", "reminders"})
"""The fields that are not told as they are kept."""
_PLAIN = [
    (place, Entry._field_defaults.get(name), _AT[name], f"{quoted(name)}: ")
    for place, name in enumerate(Entry._fields)
    if name in _AT and name not in _MADE
]


def entry_line(entry: Entry) -> str:
    """One entry: every field, whether it says something or not. A third of the work of the encoder."""
    parts = _USUAL.copy()
    for place, usual, at, name in _PLAIN:
        value = entry[place]
        if value is not usual and (value != usual or value.__class__ is not usual.__class__):
            parts[at] = name + (quoted(value) if value.__class__ is str else _encode(value))
    if entry.repeat or entry.reminders or entry.checklist or entry.blocked_by or entry.signifiers or entry.tags:
        whole = entry_json(entry)
        for name in _MADE:
            parts[_AT[name]] = f"{quoted(name)}: {_encode(whole[name])}"
    parts[_AT["id"]] = f'"id": {quoted(short(entry.id))}'
    if entry.placements:
        try:
            placed = _placed(entry.placements)
        except TypeError:  # what another version wrote there cannot be looked up
            placed = _placed.__wrapped__(entry.placements)
        parts[_AT["placements"]], parts[_AT["deferrals"]] = placed
    return f"{{{', '.join(parts)}}}"


@lru_cache(1024)
def _placed(placements: Any) -> tuple[str, str]:
    """What is said of where entries stand; many stand on the same page."""
    whole = entry_json(Entry("", placements=placements))
    return f'"placements": {_encode(whole["placements"])}', f'"deferrals": {whole["deferrals"]}'

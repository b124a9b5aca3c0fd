"""Words to say at the front door, as they come along: `scripts.toml` beside this file, checked like a pack."""

from __future__ import annotations

from importlib.resources import files

from data.starter.checked import Checked, Field, Schema, check
from organizer.errors import Damaged
from organizer.packs import Words

FILE = "scripts.toml"
SCHEMA: Schema = {
    "script[]": {
        "key": Field(required=True, most=40, pattern=r"[a-z0-9]+(?:-[a-z0-9]+)*"),
        "name": Field(required=True, most=40),
        "about": Field(required=True, most=140),
        "lines": Field("texts", required=True, most=300),
        "local": Field("yes or no"),
    }
}


def scripts() -> tuple[Words, ...]:
    """The words, in their order. Raises `Damaged` for a mistake in the file."""
    found = checked(files("data.starter").joinpath(FILE).read_text(encoding="utf-8"))
    if found.problems:
        raise Damaged(found.problems[0])
    return tuple(
        Words(one["key"], "", one["name"], "\n".join(one["lines"]), one["about"], one.get("local", False))
        for one in (table.values for table in found.tables["script"])
    )


def checked(text: str) -> Checked:
    """The text of such a file, checked."""
    return check(FILE, text, SCHEMA)

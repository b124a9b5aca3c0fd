"""The tables of docs/settings.md, written from the settings: `python -m tests.docs_.settings` renews them."""

from __future__ import annotations

from pathlib import Path

from organizer.settings import groups
from organizer.settings.known import Known

PAGE = Path(__file__).parents[2] / "docs" / "settings.md"
BEGIN, END = "<!-- written from the settings -->\n", "<!-- end -->\n"


def tables() -> str:
    """A table for each group."""
    return "\n".join(_table(group, settings) for group, settings in groups().items())


def _table(group: str, settings: tuple[Known, ...]) -> str:
    head = f"## {group}\n\n| setting | name | what it is | usually |\n|---|---|---|---|\n"
    return head + "".join(f"| {one.title} | {_name(one)} | {one.help} | {_usually(one)} |\n" for one in settings)


def _name(one: Known) -> str:
    return "" if one.kind == "lead" else f"`{one.name}`"


def _usually(one: Known) -> str:
    return "" if one.kind == "lead" else one.word(one.usually)


def renewed(text: str) -> str:
    """The page with its tables as they should be."""
    head, _, rest = text.partition(BEGIN)
    return f"{head}{BEGIN}\n{tables()}\n{END}{rest.partition(END)[2]}"


if __name__ == "__main__":
    PAGE.write_text(renewed(PAGE.read_text(encoding="utf-8")), encoding="utf-8")

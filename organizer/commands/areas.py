"""The areas a practice is made of: add one, name it, order, color and retire it. No task is ever lost by it."""

from __future__ import annotations

from organizer.change import Change, Row
from organizer.commands.command import Ask, Command, row
from organizer.commands.fields import clean
from organizer.errors import Conflict, NotFound, WrongUse
from organizer.practice import Practice
from organizer.records import Area

COLORS = ("Eucalyptus", "Sea glass", "Dusk blue", "Heather", "Rose tea", "Marigold", "Clay", "Linen")
"""The names of the preset colors, the same as those of the theme (look.md 4)."""
NAME_AT_MOST = 40
"""Letters of a name: what fits above a column and in a list."""

ABOUT_AT_MOST = 60
"""Letters of what belongs to an area: what fits beside its name."""


def find(practice: Practice, given: str) -> Area:
    """The area with this id or name, retired ones too, or the only one that begins so. Raises `NotFound`."""
    wanted = " ".join(given.split()).casefold()
    areas = practice.every_area()
    for area in areas:
        if wanted and wanted in (area.id, area.name.casefold(), *area.aliases):
            return area
    begun = [area for area in areas if wanted and area.name.casefold().startswith(wanted)]
    if len(begun) == 1:
        return begun[0]
    raise NotFound(f"There is no area {given!r}. The areas are: {', '.join(area.name for area in areas)}.")


def _meant(ask: Ask) -> Area:
    return find(ask.practice, str(ask.answers.get("area", "")))


def _name(ask: Ask, own: str = "") -> str:
    """The name that was typed, on one line. Raises `WrongUse` or `Conflict` for one that cannot be taken."""
    name = " ".join(clean(str(ask.answers.get("name", ""))).split())
    if not any(letter.isalnum() for letter in name) or name.casefold() == "none":
        raise WrongUse("An area needs a name: a word or two that you would use yourself.")
    if len(name) > NAME_AT_MOST:
        raise WrongUse(f"A name of {NAME_AT_MOST} letters at most fits above its tasks. Say it in short.")
    for area in ask.practice.areas.values():
        if area.id != own and area.name.casefold() == name.casefold():
            back = " It is retired; take it back." if area.retired else ""
            raise Conflict(f"There is an area of that name already.{back}")
    return name


def _slug(practice: Practice, name: str) -> str:
    """An id that people can type after a "#": the letters of the name, and a number where it is taken."""
    letters = "".join(char if char.isascii() and char.isalnum() else " " for char in name.lower())
    slug = "-".join(letters.split())[:24].strip("-") or "area"
    names, number = {slug, *practice.areas}, 2
    if slug not in practice.areas:
        return slug
    while f"{slug}-{number}" in names:
        number += 1
    return f"{slug}-{number}"


def _row(before: Area | None, after: Area) -> Row:
    return row("areas", before, after)


def _changed(label: str, before: Area, after: Area) -> Change:
    return Change(f"{label}: {after.name}", (_row(before, after),) if before != after else ())


def add(ask: Ask) -> Change:
    """Answer `name`: one more area, after those there are."""
    name = _name(ask)
    last = max((area.order for area in ask.practice.areas.values()), default=0)
    area = Area(_slug(ask.practice, name), ask.new_id()[1], name, last + 1)
    return Change(f"Added an area: {name}", (_row(None, area),))


def rename(ask: Ask) -> Change:
    """Answers `area`, `name`. Its id stays, so every task stays in it."""
    area = _meant(ask)
    name = _name(ask, area.id)
    return _changed(f"Renamed {area.name}", area, area._replace(name=name))


def reorder(ask: Ask) -> Change:
    """Answers `area`, and `position` from 1, or one place up without it."""
    return _placed(ask, -1)


def lower(ask: Ask) -> Change:
    """Answer `area`: one place down."""
    return _placed(ask, 1)


def _placed(ask: Ask, by: int) -> Change:
    area = _meant(ask)
    if area.retired:
        raise Conflict(f"{area.name} is retired. Take it back first.")
    areas = ask.practice.areas_in_order()
    at = areas.index(area)
    given = str(ask.answers.get("position", "")).strip() or str(at + 1 + by)
    if not (given.removeprefix("-").isascii() and given.removeprefix("-").isdecimal()) or len(given) > 6:
        raise WrongUse(f"{given!r} is not a place. The first one is 1, the last {len(areas)}.")
    to = max(0, min(len(areas) - 1, int(given) - 1))
    areas.insert(to, areas.pop(at))
    if to == at:
        return Change(f"Moved {area.name}")
    pairs = ((one, one._replace(order=number)) for number, one in enumerate(areas, 1))
    rows = tuple(_row(before, after) for before, after in pairs if before != after)
    return Change(f"Moved to place {to + 1}: {area.name}", rows)


def color(ask: Ask) -> Change:
    """Answers `area`, `color`: the name of one of `COLORS`, or "" or "none" for none."""
    area = _meant(ask)
    given = " ".join(str(ask.answers.get("color", "")).split()).casefold()
    if given in ("", "none"):
        return _changed("No color", area, area._replace(color=""))
    found = next((name for name in COLORS if name.casefold() == given), None)
    if found is None:
        raise WrongUse(f"There is no color {given!r}. They are: {', '.join(COLORS)}, or none.")
    return _changed(f"Color {found}", area, area._replace(color=found))


def describe(ask: Ask) -> Change:
    """Answers `area`, `about`: a few things that belong to it; none takes them off."""
    area = _meant(ask)
    about = " ".join(clean(str(ask.answers.get("about", ""))).split())
    if len(about) > ABOUT_AT_MOST:
        raise WrongUse(f"A few words, {ABOUT_AT_MOST} letters at most, stand beside its name. Say it in short.")
    return _changed("What is in" if about else "Nothing said of", area, area._replace(about=about))


def face(ask: Ask) -> Change:
    """Answer `area`: mark it as one that clients meet; once more takes the mark off. Answer `facing` says which."""
    area = _meant(ask)
    facing = bool(ask.answers.get("facing", not area.client_facing))
    return _changed("Clients meet" if facing else "Behind the scenes", area, area._replace(client_facing=facing))


def retire(ask: Ask) -> Change:
    """Answer `area`: it is offered no more, and its tasks stay; once more takes it back. Answer `retired` says which
    of the two is wanted."""
    area = _meant(ask)
    wanted = ask.answers.get("retired")
    if wanted is not None and wanted == area.retired:
        how = "retired already" if wanted else "in use"
        raise Conflict(f"{area.name} is {how}; nothing was changed.")
    if not area.retired and len(ask.practice.areas_in_order()) == 1:
        raise Conflict("A practice needs one area at least. Add another one first.")
    return _changed("Took back" if area.retired else "Retired", area, area._replace(retired=not area.retired))


HERE = ("areas",)

COMMANDS = (
    Command("areas", "Areas of my practice", "What the practice is made of: add, name, order, color, retire.", key="A"),
    Command("area.add", "Add an area", "A component of the practice, by your own name.", add, "a", "add", HERE,
            "Here", "name"),
    Command("area.rename", "Rename", "Another name; its tasks stay in it.", rename, "e", "rename", HERE,
            "Here", "name"),
    Command("area.about", "What is in it", "A few words for what belongs to it: claims, bank, taxes.", describe, "w",
            "holds", HERE, "Here", "about"),
    Command("area.retire", "Retire, take back", "It is offered no more; its tasks stay. Once more takes it back.",
            retire, "x", "retire", HERE, "Here", "area"),
    Command("area.face", "Clients meet it", "Mark it as client-facing, or as behind the scenes.", face, "f",
            "clients", HERE, "Here", "area"),
    Command("area.color", "Color", "A dot of one of the eight colors before its name on the Board, or none.", color,
            "o", "color", HERE, "Here", "color"),
    Command("area.reorder", "Move up", "One place earlier on the Board.", reorder, "left_square_bracket", "up", HERE,
            "Here", "area"),
    Command("area.lower", "Move down", "One place later on the Board.", lower, "right_square_bracket", "down", HERE,
            "Here", "area"),
)  # fmt: skip

"""The theme, and everything that belongs to it: what was poured out, how often it was written, whom it was told."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, NamedTuple

from organizer.practice import Practice
from organizer.records import Entry, Theme
from organizer.records.theme import Pile, Season, Sharing, Studio, Thought, Writing

STOPS = {
    "pour": ("Pour out", "pour out"),
    "gather": ("Gather", "gather"),
    "choose": ("Choose", "choose"),
    "word": ("Word", "find the word"),
    "color": ("Color", "color it"),
    "frame": ("Frame", "frame it"),
    "write": ("Write it", "write it a hundred times"),
    "share": ("Share", "share it"),
}
"""The stops of the studio in order: what stands under each, and what the band says of it."""
FRAMES = {
    "plain": "Plain",
    "double": "Double line",
    "window": "Window",
    "ribbon": "Ribbon",
    "stars": "Stars",
    "none": "None",
}
"""The frames, each by the name a theme keeps."""
HUNDRED = 100
STARS = (
    (10, "it begins to stick"),
    (25, "a quarter way"),
    (50, "half way"),
    (75, "nearly there"),
    (100, "it is yours"),
)
"""After how many lines there is a star, and what is said of it."""
WAYS = ("virtual", "in person", "telephone", "group")
"""How a theme is told."""
SAID = {
    "virtual": "in a virtual meeting",
    "in person": "in person",
    "telephone": "on the telephone",
    "group": "in a group",
}
"""Each way, in a sentence."""
SEASONS = ("winter", "spring", "summer", "fall")


class Past(NamedTuple):
    """A theme the practice stood under before: its years, and how often it was written."""

    theme: Theme
    years: str
    written: int


class ThemeView(NamedTuple):
    """What the Theme page shows. `season` is what was answered in this season, None while it was not asked yet;
    `smaller` the name of the smaller theme that goes for it, or ""."""

    theme: Theme | None
    studio: Studio | None
    years: str
    written: tuple[Writing, ...]
    shared: tuple[Sharing, ...]
    moments: tuple[Entry, ...]
    season: Season | None
    smaller: str
    past: tuple[Past, ...]

    @property
    def stars(self) -> int:
        """How many stars were written."""
        return sum(len(self.written) >= after for after, _ in STARS)


def open_studio(practice: Practice) -> Studio | None:
    """The theme in the making, if there is one."""
    found: list[Studio] = [one for one in practice.table("studios").values() if isinstance(one, Studio)]
    return next((one for one in reversed(found) if not one.closed), None)


def in_hand(practice: Practice) -> Theme | None:
    """The theme that is worked on: the one in the making once it has a name, else the one that hangs."""
    studio = open_studio(practice)
    if studio is None:
        return practice.theme()
    found = practice.table("themes").get(studio.theme)
    return found if isinstance(found, Theme) else None


def thoughts(practice: Practice, studio: str) -> list[Thought]:
    """The lines that were poured out, in order."""
    rows: list[Thought] = [one for one in practice.table("thoughts").values() if isinstance(one, Thought)]
    return sorted((one for one in rows if one.studio == studio), key=lambda one: one.order)


def piles(practice: Practice, studio: str) -> list[Pile]:
    """The piles, in order."""
    rows: list[Pile] = [one for one in practice.table("piles").values() if isinstance(one, Pile)]
    return sorted((one for one in rows if one.studio == studio), key=lambda one: one.order)


def side_by_side(practice: Practice, studio: Studio) -> list[Pile]:
    """The piles to choose from: those that were chosen, else the first three that have lines."""
    there = piles(practice, studio.id)
    chosen = [pile for pile in there if pile.id in studio.chosen]
    if chosen:
        return chosen
    full = {thought.pile for thought in thoughts(practice, studio.id)}
    return ([pile for pile in there if pile.id in full] or there)[:3]


def _of(practice: Practice, table: str, theme: str) -> list[Any]:
    rows: list[Any] = [one for one in practice.table(table).values() if getattr(one, "theme", "") == theme]
    return rows


def written(practice: Practice, theme: str) -> list[Writing]:
    """The lines that were written of the hundred, in order."""
    return sorted(_of(practice, "writings", theme), key=lambda one: one.order)


def shared(practice: Practice, theme: str) -> list[Sharing]:
    """Whom it was told, the last first."""
    return sorted(_of(practice, "sharings", theme), key=lambda one: one.at, reverse=True)


def moments(practice: Practice, theme: str) -> list[Entry]:
    """The entries that carry the theme, the newest first."""
    found = [entry for entry in practice.entries.values() if entry.theme == theme]
    return sorted(found, key=lambda entry: entry.created, reverse=True)


def season_of(day: str) -> str:
    """The season of an ISO date, with its year: "summer 2026". December belongs to the winter of the next year."""
    here = date.fromisoformat(day[:10])
    year = here.year + (here.month == 12)
    return f"{SEASONS[here.month % 12 // 3]} {year}"


def theme_view(practice: Practice, now: datetime) -> ThemeView:
    """The theme that is worked on, or hangs, and the ones before it."""
    theme, studio, today = in_hand(practice), open_studio(practice), f"{now:%Y-%m-%d}"
    id = theme.id if theme else ""
    looks: list[Season] = sorted(_of(practice, "seasons", id), key=lambda one: one.at) if theme else []
    last = looks[-1] if looks else None
    this = last if last and season_of(last.at) == season_of(today) else None
    return ThemeView(
        theme,
        studio,
        years_of(practice, theme) if theme else "",
        tuple(written(practice, id)) if theme else (),
        tuple(shared(practice, id)) if theme else (),
        tuple(moments(practice, id)) if theme else (),
        this,
        this.name if this and this.answer == "smaller" else "",
        tuple(past(practice)),
    )


def past(practice: Practice) -> list[Past]:
    """The themes before the one that hangs, the last first."""
    themes = in_order(practice)[:-1]
    return [Past(one, years_of(practice, one), len(written(practice, one.id))) for one in reversed(themes)]


def in_order(practice: Practice) -> list[Theme]:
    """Every theme, the first one first."""
    themes: list[Theme] = [one for one in practice.table("themes").values() if isinstance(one, Theme)]
    return sorted(themes, key=lambda one: one.since)


def years_of(practice: Practice, theme: Theme) -> str:
    """From when to when it hung, in words: "since June 2026", "2025", "2024 to 2025"."""
    order = in_order(practice)
    at = next((n for n, one in enumerate(order) if one.id == theme.id), -1)
    if not theme.since[:4].isdecimal():
        return ""
    if at < 0 or at == len(order) - 1:
        return f"since {_month(theme.since)}"
    begun, ended = theme.since[:4], order[at + 1].since[:4]
    return begun if begun == ended else f"{begun} to {ended}"


def _month(day: str) -> str:
    try:
        return f"{date.fromisoformat(day[:10]):%B %Y}"
    except ValueError:
        return day[:4]


def year_of(theme: Theme, now: datetime) -> str:
    """The year that stands on its poster."""
    return theme.since[:4] if theme.since[:4].isdecimal() else f"{now:%Y}"


def share_text(theme: Theme) -> str:
    """Ready words to tell it with, without any name but its own."""
    first = f"This year my back office stands under a theme: {_ended(theme.name)}"
    return f"{first} {_ended(theme.statement)}".strip() + " What would yours be?"


def _ended(words: str) -> str:
    ends = not words.strip() or words.rstrip("\"')”’» ").endswith((".", "!", "?", "…"))
    return words if ends else f"{words}."


def theme_json(practice: Practice, theme: Theme) -> dict[str, Any]:
    """A theme for programs."""
    looks: list[Season] = sorted(_of(practice, "seasons", theme.id), key=lambda one: one.at)
    return {
        "id": theme.id,
        "name": theme.name,
        "statement": theme.statement,
        "color": theme.color,
        "frame": theme.frame or "none",
        "since": theme.since,
        "years": years_of(practice, theme),
        "written": len(written(practice, theme.id)),
        "shared": [{"how": one.how, "where": one.where, "at": one.at} for one in shared(practice, theme.id)],
        "seasons": [{"answer": one.answer, "name": one.name, "at": one.at} for one in looks],
        "moments": [entry.id for entry in moments(practice, theme.id)],
    }

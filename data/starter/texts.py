"""Texts for places: the client's path, the rituals' questions, stickers, and words for the theme studio.

Each list is read from the TOML file of its name beside this one and checked like a pack.
"""

from __future__ import annotations

from importlib.resources import files
from typing import Any, NamedTuple

from data.starter.checked import Checked, Field, Schema, check
from organizer.errors import Damaged
from organizer.packs import Words

NAME = r"[a-z0-9]+(?:-[a-z0-9]+)*"
KIND = r"[a-z]+(?: [a-z]+)*"
RITUALS = ("open", "pause", "close", "week", "month", "quarter", "year")
STOPS = ("pour", "gather", "choose", "word", "color", "frame", "write", "share", "season", "moment")
RHYTHMS = ("day", "week", "month", "quarter", "year")


class PathStep(NamedTuple):
    """One stop of the client's path: what to look at there, and one way it could be simpler."""

    id: str
    name: str
    look: str
    simpler: str


class Question(NamedTuple):
    """One question of a ritual, the kindness below it, and its kind (`organizer.rituals.kinds`)."""

    id: str
    ask: str
    kindness: str
    kind: str


class Ritual(NamedTuple):
    """A ritual: about how many minutes, after what, how it comes round and when, its questions, and those of its
    60-second version by id."""

    id: str
    name: str
    minutes: int
    after: str
    rhythm: str
    at: str
    short: tuple[str, ...]
    questions: tuple[Question, ...]


class Sticker(NamedTuple):
    """The picture of a win: a sign one cell wide, what stands in for it, and what it is often for."""

    id: str
    name: str
    sign: str
    plain: str
    meant: str


class ThemePrompt(NamedTuple):
    """A question of one stop of the theme studio, and the help below it."""

    stop: str
    ask: str
    help: str


_WORD = Field(required=True, most=40)
_LINE = Field(required=True, most=140)
_ID = Field(required=True, most=40, pattern=NAME)

_QUESTION = {"id": _ID, "ask": _LINE, "kindness": _LINE, "kind": Field(required=True, most=20, pattern=KIND)}

SCHEMAS: dict[str, Schema] = {
    "path_steps": {"step[]": {"id": _ID, "name": _WORD, "look": _LINE, "simpler": _LINE}},
    "rituals": {
        "ritual[]": {
            "id": Field(required=True, allowed=RITUALS),
            "name": _WORD,
            "minutes": Field("number", required=True, least=1, most=240),
            "after": _LINE,
            "rhythm": Field(required=True, allowed=RHYTHMS),
            "at": Field(required=True, most=6, pattern=r"opens|pause|closes|\d\d:\d\d"),
            "short": Field("texts", required=True),
            "question": Field("tables", required=True, inner=tuple(_QUESTION.items())),
        }
    },
    "scripts": {
        "script[]": {
            "key": _ID,
            "name": _WORD,
            "about": _LINE,
            "lines": Field("texts", required=True, most=300),
            "local": Field("yes or no"),
        }
    },
    "stickers": {"sticker[]": {"id": _ID, "name": _WORD, "sign": _WORD, "plain": _WORD, "meant": _LINE}},
    "theme_prompts": {"prompt[]": {"stop": Field(required=True, allowed=STOPS), "ask": _LINE, "help": _LINE}},
}


def path_steps() -> tuple[PathStep, ...]:
    """The stops of the client's path, in order. This and the others raise `Damaged` for a mistake in their file."""
    return tuple(PathStep(**values) for values in _read("path_steps"))


def rituals() -> tuple[Ritual, ...]:
    """The rituals an office begins with."""
    return tuple(_ritual(values) for values in _read("rituals"))


def scripts() -> tuple[Words, ...]:
    """The words to say at the front door."""
    return tuple(
        Words(one["key"], "", one["name"], "\n".join(one["lines"]), one["about"], one.get("local", False))
        for one in _read("scripts")
    )


def stickers() -> tuple[Sticker, ...]:
    """The stickers there are."""
    return tuple(Sticker(**values) for values in _read("stickers"))


def theme_prompts() -> tuple[ThemePrompt, ...]:
    """The questions of the theme studio, in the order of its stops."""
    return tuple(ThemePrompt(**values) for values in _read("theme_prompts"))


def _ritual(values: dict[str, Any]) -> Ritual:
    questions = tuple(Question(**question) for question in values.pop("question"))
    return Ritual(**{**values, "short": tuple(values["short"])}, questions=questions)


def _read(name: str) -> list[dict[str, Any]]:
    text = files("data.starter").joinpath(f"{name}.toml").read_text(encoding="utf-8")
    found = checked(name, text)
    if found.problems:
        raise Damaged(found.problems[0])
    return [table.values for tables in found.tables.values() for table in tables]


def checked(name: str, text: str) -> Checked:
    """The text of one of the files, checked."""
    return check(f"{name}.toml", text, SCHEMAS[name])

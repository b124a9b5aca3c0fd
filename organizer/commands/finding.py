"""Searches, kept under a name, called something else, and forgotten."""

from __future__ import annotations

from organizer.change import Change
from organizer.commands.command import Ask, Command, row
from organizer.errors import WrongUse
from organizer.finding.meaning import meant
from organizer.finding.query import read
from organizer.finding.saved import find, named, saved
from organizer.manner import keyed
from organizer.practice import Practice
from organizer.records.finding import Filter

LONGEST = 60


def _line(ask: Ask, answer: str) -> str:
    return " ".join(str(ask.answers.get(answer) or "").split())


def _name(ask: Ask) -> str:
    name = _line(ask, "name")
    if not name:
        raise WrongUse("What is this search to be called?")
    if len(name) > LONGEST:
        raise WrongUse(f"A name of {LONGEST} letters at most, please: this one has {len(name)}.")
    return name


def _one(ask: Ask) -> Filter:
    """The saved search that is meant: the one chosen, if one is, else `which`. Raises `NotFound`."""
    chosen = ask.practice.table("filters").get(ask.ids[0]) if ask.ids else None
    return chosen if isinstance(chosen, Filter) else find(ask.practice, _line(ask, "which"))


def save(ask: Ask) -> Change:
    """Answers `query` and `name`; one that is called so already says this from now on. Raises `WrongUse` for one that
    cannot be read."""
    query, name = _line(ask, "query"), _name(ask)
    said = read(query)
    if not said.says:
        raise WrongUse("There is nothing to save yet: type what is to be found first.")
    trouble = meant(said, ask.practice, ask.now).trouble
    if trouble:
        raise WrongUse(trouble)
    before = named(ask.practice, name)
    if before is None:
        id, uuid = ask.new_id()
        after = Filter(id, uuid, name, query, max((one.order for one in saved(ask.practice)), default=0) + 1)
    else:
        after = before._replace(name=name, query=query)
    return Change(f"Search saved: {name}", (row("filters", before, after),) if before != after else ())


def rename(ask: Ask) -> Change:
    """Answer `name`; of the one with that id, or `which` is its name. Raises `WrongUse` where another is called so."""
    before, name = _one(ask), _name(ask)
    other = named(ask.practice, name)
    if other is not None and other.id != before.id:
        raise WrongUse(f"Another saved search is called {other.name!r}. Choose another name.")
    after = before._replace(name=name)
    return Change(f"Search called {name}", (row("filters", before, after),) if before != after else ())


def remove(ask: Ask) -> Change:
    """Forget the one with that id, or `which` is its name. What it finds stays where it is."""
    before = _one(ask)
    return Change(f"Search let go: {before.name}", (row("filters", before, None),))


def any_saved(practice: Practice, ids: tuple[str, ...]) -> str:
    """Allowed when there is one."""
    return "" if saved(practice) else keyed("No search was saved yet: {find} finds, and its last line saves.")


COMMANDS = (
    Command("filter.save", "Save a search", "Keeps what is typed into find under a name.", save, asks="filter",
            table="filters"),
    Command("filter.rename", "Rename a saved search", "Calls it something else.", rename, asks="filter name",
            allowed=any_saved, table="filters"),
    Command("filter.remove", "Let go of a saved search", "Only the search: what it finds stays.", remove,
            asks="filter gone", allowed=any_saved, table="filters"),
)  # fmt: skip

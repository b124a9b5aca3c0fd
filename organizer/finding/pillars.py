"""Where the words of each kind of record are, and the records themselves: what find looks through."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from functools import lru_cache
from sys import intern
from typing import Any, NamedTuple

from organizer.finding import facts
from organizer.finding.facts import Facts
from organizer.practice import Practice
from organizer.records import Entry


class Row(NamedTuple):
    """What is searched: all the words, whose they are, when that was made, and the record, or what is kept of it."""

    hay: str
    id: str
    created: str
    one: Any


class Pillar(NamedTuple):
    """One kind of thing that is found.

    `kind` is what a row of it is called ("entry", "word"), `title` its heading, `kinds` what `kind:` may say of it,
    `words` all its words, its own text first; `facts` those of a moment; `created` when it was made. `table` is read
    from the archive too where that has any; `records` gives what is at hand where that is not all of a table. `keeps`
    makes the row of a record of the archive of all its words, its day and itself, and keeps of it what a list shows;
    `tells` makes a record of such a row again.
    `older` is what one and many that were not looked through are called; `stands` tells whether one is open where that
    is quicker than its facts.
    """

    kind: str
    title: str
    kinds: tuple[str, ...]
    words: Callable[[Practice, Any], Iterable[str]]
    facts: Callable[[Practice, Any, datetime], Facts]
    table: str = ""
    created: Callable[[Any], str] = lambda one: one.created
    records: Callable[[Practice], Iterable[Any]] | None = None
    keeps: Callable[[str, str, Any], Any] = lambda hay, day, one: Row(hay, one.id, day, one)
    tells: Callable[[Any], Any] = lambda row: row.one
    older: tuple[str, str] = ("older record", "older records")
    stands: Callable[[Any], bool] | None = None

    def text(self, practice: Practice, one: Any) -> str:
        """Its own words."""
        return next(iter(self.words(practice, one)), "")

    def held(self, practice: Practice) -> Iterable[Any]:
        """What is at hand."""
        return self.records(practice) if self.records else practice.table(self.table).values()


def area_name(practice: Practice, id: str) -> str:
    """The name of an area, for its words."""
    area = practice.areas.get(id)
    return area.name if area else id


def hay(pillar: Pillar, practice: Practice, one: Any) -> str:
    """All the words of a record, in lower case."""
    return "\n".join([part for part in pillar.words(practice, one) if part]).casefold()


def _entry(practice: Practice, one: Entry) -> tuple[str, ...]:
    lines = [line.text for line in one.checklist] if one.checklist else ()
    area = area_name(practice, one.area)
    return (one.text, one.step, area, " ".join(one.tags), one.waiting_for, one.worst, one.notes, *lines)


class EntryRow(NamedTuple):
    """A row of an archived entry, of which there may be a hundred thousand: its text is told again from the words.
    `capitals` are the letters of it that are capital ones, a bit each; the text itself where that does not tell it."""

    hay: str
    id: str
    created: str
    capitals: int | str
    due: str | None
    closed: str | None
    shared: tuple[Any, ...]


def _entry_kept(hay: str, day: str, one: Entry) -> EntryRow:
    shared = _alike(one.kind, one.area, one.stage, one.theme, one.tags, one.waiting_for, one.dread, one.signifiers)
    closed = intern(one.closed[:10]) if isinstance(one.closed, str) else None
    return EntryRow(hay, one.id, day, capitals(hay, one.text), one.due, closed, shared)


@lru_cache(4096)
def _alike(*values: Any) -> tuple[Any, ...]:
    """What many of them share: it is kept once."""
    return values


def _entry_told(row: EntryRow) -> Entry:
    """As a list shows it; not all of its fields."""
    kind, area, stage, theme, tags, who, dread, signs = row.shared
    text = told(row.hay, row.capitals)
    return Entry(row.id, "", text, kind, area, stage, row.due, dread=dread, signifiers=signs, tags=tags,
                 waiting_for=who, theme=theme, created=row.created, closed=row.closed)  # fmt: skip


def capitals(hay: str, text: str) -> int | str:
    """What tells a text again, of which the lower case stands at the beginning of all the words."""
    low = hay.partition("\n")[0]
    if low == text:
        return 0
    if low[1:] == text[1:] and low[:1].upper() == text[:1]:
        return 1
    if len(text) > LONG:
        return text
    found = 0
    for at, (small, letter) in enumerate(zip(low, text, strict=False)):
        if small != letter:
            if small.upper() != letter:
                return text
            found |= 1 << at
    return found if len(low) == len(text) else text


LONG = 200
"""A longer text is kept as it is."""


def told(hay: str, capitals: int | str) -> str:
    """A text of which this was kept."""
    if isinstance(capitals, str):
        return capitals
    low = hay.partition("\n")[0]
    if capitals > 1:
        return "".join([letter.upper() if capitals >> at & 1 else letter for at, letter in enumerate(low)])
    return low[:1].upper() + low[1:] if capitals else low


def _promise(practice: Practice, one: Any) -> tuple[str, ...]:
    area = area_name(practice, one.area)
    return (one.text, one.who, area, one.serves, *(step.note for step in one.steps))


def _promise_kept(hay: str, day: str, one: Any) -> Row:
    last = [*[step._replace(note="") for step in one.steps if step.due][-1:], one.steps[-1]._replace(note="")]
    return Row(hay, one.id, day, one._replace(uuid="", steps=tuple(last), repeat=None, extra=()))


def _kept(hay: str, day: str, one: Any) -> Row:
    """What no list shows of a record is left out."""
    return Row(hay, one.id, day, one._replace(uuid=""))


def _snag(practice: Practice, one: Any) -> tuple[str, ...]:
    stop = practice.table("stops").get(one.stop)
    return (one.text, one.after, str(getattr(stop, "name", "")))


def _collections(practice: Practice) -> Iterator[Any]:
    from organizer.views.index import heads

    return iter(heads(practice, None))


def _told(practice: Practice) -> Iterator[Any]:
    """Of what clients wrote only what may be shown."""
    from organizer.views.feedback import feedback

    if practice.table("comments") or practice.table("heeded"):
        view = feedback(practice)
        yield from view.comments
        yield from view.heeded


def _feedback(practice: Practice, one: Any) -> tuple[str, ...]:
    return (getattr(one, "text", "") or one.said, getattr(one, "changed", ""))


def _rituals(practice: Practice) -> Iterator[Any]:
    from organizer.rituals.lists import every

    return iter(every(practice))


def _settings(practice: Practice) -> Iterator[Any]:
    from organizer.settings import every

    return every()


ENTRIES = Pillar(
    "entry", "Tasks", ("task", "event", "note"), _entry, facts.of_entry, "entries", keeps=_entry_kept,
    tells=_entry_told, older=("older entry", "older entries"), stands=lambda one: bool(one.open),
)  # fmt: skip

PILLARS = (
    ENTRIES,
    Pillar("word", "My Word", ("promise",), _promise, facts.of_promise, "commitments", keeps=_promise_kept,
           older=("older promise", "older promises")),
    Pillar("door", "Front Door", ("inquiry",), lambda practice, one: (one.text, one.who, one.how,
           *(answer.note for answer in one.answers)), facts.of_inquiry, "inquiries", keeps=_kept,
           older=("older inquiry", "older inquiries")),
    Pillar("snag", "The way in", ("snag",), _snag, facts.of_snag, "snags"),
    Pillar("feedback", "What clients tell us", ("feedback",), _feedback, facts.of_feedback, created=lambda one: "",
           records=_told),
    Pillar("win", "Wins", ("win",), lambda practice, one: (one.text, one.note, one.sticker), facts.of_win, "wins",
           lambda one: one.at, keeps=_kept, older=("older win", "older wins")),
    Pillar("reward", "Rewards", ("reward",), lambda practice, one: (one.text, one.note), facts.of_reward, "rewards"),
    Pillar("theme", "Themes", ("theme",), lambda practice, one: (one.name, one.statement), facts.of_theme, "themes",
           lambda one: one.since),
    Pillar("page", "Collections", ("collection",), lambda practice, one: (one.title,), facts.of_page,
           created=lambda one: one.made, records=_collections),
    Pillar("ritual", "Rituals", ("ritual",), lambda practice, one: (one.name, *(part.ask for part in one.questions)),
           facts.of_ritual, created=lambda one: one.since, records=_rituals),
    Pillar("setting", "Settings", ("setting",), lambda practice, one: (one.title, one.help, one.about,
           *one.values),
           facts.of_setting, created=lambda one: "", records=_settings),
)  # fmt: skip
"""Everything that is found, in the order of the list."""

KINDS = tuple(kind for pillar in PILLARS for kind in pillar.kinds)
"""What `kind:` may say."""

"""The practice as Markdown, to read or to keep beside other notes: the board, the journal, my word."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any

from organizer.errors import WrongUse
from organizer.exchange.tables import day
from organizer.practice import Practice
from organizer.records import Entry
from organizer.views.paper import escaped

HEADINGS = {"board": "Board", "journal": "Journal", "word": "My Word"}


def export(practice: Practice, now: datetime, zone: str = "", what: str = "") -> Iterator[str]:
    """Markdown, piece by piece: one part, or all three. Raises `WrongUse`."""
    if what and what not in PARTS:
        raise WrongUse(f"With markdown, --what is one of: {', '.join(PARTS)}.")
    return _parts([what] if what else [*PARTS], practice, now, zone)


def _parts(names: list[str], practice: Practice, now: datetime, zone: str) -> Iterator[str]:
    for at, name in enumerate(names):
        yield f"{chr(10) if at else ''}# {HEADINGS[name]}\n"
        yield from PARTS[name](practice, now, zone)


def _board(practice: Practice, now: datetime, zone: str) -> Iterator[str]:
    """Every open task by area, the soonest due first; boxes, so that other programs take them for tasks."""
    piles: dict[str, list[Entry]] = {"": [], **{area.id: [] for area in practice.every_area()}}
    for entry in practice.entries.values():
        if entry.kind == "task" and entry.open:
            piles.setdefault(entry.area, []).append(entry)
    for area, pile in piles.items():
        if pile:
            known = practice.areas.get(area)
            yield f"\n## {escaped(known.name if known else area or 'No area yet')}\n\n"
            for entry in sorted(pile, key=lambda one: (one.someday, one.due is None, one.due or "", one.created)):
                yield from _task(entry)


def _task(entry: Entry) -> Iterator[str]:
    facts = [f"(due {day(entry.due)})"] if entry.due else []
    facts += [f"(waiting for {escaped(_flat(entry.waiting_for))})"] if entry.waiting_for else []
    facts += ["(some day)"] if entry.someday else []
    yield " ".join((f"- [ ] {escaped(_flat(entry.text))}", *facts)) + "\n"
    for line in entry.checklist:
        yield f"  - [{'x' if line.done else ' '}] {escaped(_flat(line.text))}\n"
    for note in entry.notes.splitlines():
        yield f"  {escaped(note.strip())}\n" if note.strip() else ""


def _flat(text: str) -> str:
    return " ".join(text.split())


def _journal(practice: Practice, now: datetime, zone: str) -> Iterator[str]:
    """Every page in its order: the months with their days, the future log, the collections."""
    from organizer.views import paper

    entries: dict[str, Any] = {}
    for part in practice.everything("entries"):
        entries |= {one.id: one for one in part}
        yield ""  # nothing yet, but whoever writes may break off

    def table(name: str) -> dict[str, Any]:
        return entries if name == "entries" else {one.id: one for part in practice.everything(name) for one in part}

    whole = Practice(table)
    for page in _pages(whole):  # every page is asked for: the archive is read once, not once for each
        sheet = paper.paper(whole, page, now)
        if sheet.parts:
            text = paper.markdown(sheet)
            yield "\n" + "".join(f"#{line}" if line.startswith("#") else line for line in text.splitlines(True))


def _pages(practice: Practice) -> list[str]:
    used = {place.page for part in practice.everything("entries") for one in part for place in _places(one)}
    used |= set(practice.pages)
    months = {f"month:{page.partition(':')[2][:7]}" for page in used if page.startswith(("day:", "month:"))}
    future = {page for page in used if page.partition(":")[0] == "future"}
    begun = {page for page in used if page.startswith("collection:") and not _goes_on(practice, page)}
    return [*sorted(months), *sorted(future), *sorted(begun)]


def _places(one: Any) -> tuple[Any, ...]:
    return one.placements if isinstance(one, Entry) else ()


def _goes_on(practice: Practice, page: str) -> bool:
    """Whether a page of a collection comes after another, with which it is shown."""
    known = practice.pages.get(page)
    return bool(known and known.previous in practice.pages)


def _word(practice: Practice, now: datetime, zone: str) -> Iterator[str]:
    """Every promise with its steps, the oldest first."""
    everyone: list[Any] = [one for part in practice.everything("commitments") for one in part]
    for one in sorted(everyone, key=lambda one: (one.created, one.id)):
        yield from _promise(one, now, zone)


def _promise(one: Any, now: datetime, zone: str) -> Iterator[str]:
    from organizer.word import states

    to = f", to {escaped(_flat(one.who))}" if one.who else ""
    by = states.due(one)
    yield f"\n## {escaped(_flat(one.text))}{to}\n\n{states.state(one, now, zone).capitalize()}"
    yield f", by {day(by)}.\n\n" if by else ".\n\n"
    for step in one.steps:
        told = ", told" if step.told else ""
        how = f", {escaped(_flat(step.how))}" if step.how else ""
        until = f", by {day(step.due)}" if step.due else ""
        note = f": {escaped(_flat(step.note))}" if step.note else ""
        yield f"- {day(step.at)[:16]} {step.kind}{until}{how}{told}{note}\n"


PARTS: dict[str, Callable[[Practice, datetime, str], Iterator[str]]] = {
    "board": _board,
    "journal": _journal,
    "word": _word,
}

"""Catching what is in one's head: one line or many become entries on today's page."""

from __future__ import annotations

from organizer import capture
from organizer.capture import Draft
from organizer.change import Change
from organizer.commands.command import Ask, Command, name_it, row
from organizer.commands.fields import clean
from organizer.errors import WrongUse
from organizer.records import Entry, Placement


def draft_of(ask: Ask, line: str) -> Draft:
    """The line as capture reads it in this practice; `dates` False leaves a refused date in the title."""
    return capture.read(
        line,
        ask.now,
        ask.practice.areas_in_order(),
        day_first=ask.practice.day_first,
        dates=bool(ask.answers.get("dates", True)),
        signs=ask.practice.signs(),
    )


def entry_of(ask: Ask, draft: Draft, page: str = "", order: int = 0) -> Entry:
    """The entry a draft becomes, on a page of the journal or today's, filled in with where it was caught."""
    id, uuid = ask.new_id()
    area = draft.area or str(ask.answers.get("area") or "")
    stage = str(ask.answers.get("stage") or "inbox") if draft.kind == "task" else "inbox"
    someday, stage = stage == "someday", "inbox" if stage == "someday" else stage
    entry = Entry(
        id=id,
        uuid=uuid,
        text=draft.text,
        kind=draft.kind,
        area=area,
        stage=stage,
        someday=someday or draft.someday,
        due=draft.due or ask.answers.get("due"),
        repeat=draft.repeat,
        estimate=draft.estimate,
        dread=draft.dread,
        step=draft.step,
        signifiers=draft.signifiers,
        tags=draft.tags,
        placements=(Placement(page or f"day:{ask.today()}", order=order),),
        created=ask.stamp(),
    )
    if not draft.reminders:
        return entry
    from organizer.repeat.notice import reminded

    return reminded(entry, draft.reminders)


def drafts_of(ask: Ask) -> list[Draft]:
    """The answers `lines` (or one `text`) as they are read. Raises `WrongUse` when nothing is in them."""
    given = ask.answers.get("lines")
    lines = [str(ask.answers.get("text", ""))] if given is None else [str(line) for line in given]
    drafts = [(draft_of(ask, line), clean(line).strip()) for line in lines if line.strip()]
    kept = [
        draft._replace(text=draft.text or line) for draft, line in drafts if draft.text or draft.due or draft.repeat
    ]
    if not kept:
        raise WrongUse("There is nothing to catch yet. Type a line first.")
    return kept


def add(ask: Ask) -> Change:
    """Answers: `lines` (or one `text`), and where they are caught: `area`, `stage`, `due`."""
    entries = [entry_of(ask, draft) for draft in drafts_of(ask)]
    return Change(name_it("Caught", entries), tuple(row("entries", None, entry) for entry in entries))


COMMANDS = (
    Command(
        id="catch",
        title="Catch anything",
        help="Write one line; date, area, minutes and next step are read from it.",
        run=add,
        key="c",
        asks="catch",
    ),
    Command(
        id="catch.here",
        title="Add here",
        help="The same, with the place you are in already filled in.",
        run=add,
        key="a",
        hint="add",
        asks="catch",
    ),
)

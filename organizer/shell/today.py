"""`today`: the day as the Today page groups it, in sentences that can be read aloud."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from organizer import when
from organizer.door.hours import no_office
from organizer.ids import short
from organizer.practice import Practice
from organizer.records import Entry
from organizer.shell.lines import area_name, flat
from organizer.shell.parsing import Given
from organizer.shell.shell import Shell
from organizer.shell.terminal import Lines
from organizer.views.today import TodayView
from organizer.views.today import today as view_of
from organizer.views.word import Given as Promise
from organizer.views.word import due_today
from organizer.words import DREAD_WORDS, count, minutes, sentence


def today(shell: Shell, given: Given) -> int:
    """The day, as text or as JSON."""
    from organizer.commands.repeating import roll_over

    roll_over(shell.office)
    now, zone = shell.clock.now(), shell.clock.zone()
    view, word = view_of(shell.practice, now), due_today(shell.practice, now, zone)
    if given.json:
        shell.terminal.json(today_json(shell.practice, view, word, now, zone))
    else:
        _print(shell, view, word)
    return 0


def today_json(
    practice: Practice, view: TodayView, word: Sequence[Promise], now: datetime, zone: str
) -> dict[str, Any]:
    """The day for programs (docs/cli.md)."""
    from organizer.views.entry_line import entry_line
    from organizer.views.shape import commitment_json

    theme = view.theme
    return {
        "date": view.date,
        "theme": {"name": theme.name, "statement": theme.statement} if theme else None,
        "note": {"text": view.note.text, "written": view.note.written} if view.note else None,
        "office": {"opened": view.day.opened, "closed": view.day.closed},
        "three": Lines(map(entry_line, view.three)),
        "also": Lines(map(entry_line, view.also)),
        "told": Lines(map(entry_line, view.told)),
        "still": Lines(map(entry_line, view.still)),
        "waiting": _waiting_json(practice, now, zone) if practice.inquiries else [],
        "word": [commitment_json(one.commitment, now, zone) for one in word],
        "week": [{"date": day.date, "tasks": day.tasks, "events": day.events} for day in view.week],
    }


def _print(shell: Shell, view: TodayView, word: Sequence[Promise]) -> None:
    terminal = shell.terminal
    now = shell.clock.now()
    terminal.heading(f"{when.say(view.date, now, long=True)}. {_office(shell, view)}")
    if view.note:
        terminal.out(f"A line to myself, {when.say(view.note.written, now)}: {flat(view.note.text)}")
    if view.theme and view.theme.name:
        terminal.out(f"{view.theme.name}. {view.theme.statement}".rstrip())
    if not (view.three or view.also or view.told or view.still or word):
        terminal.out("", "A clear page. organizer opens it to pick three, or just organizer add to catch one thing.")
    groups = (
        (f"Three for today, {view.three_done} of {len(view.three)} done", view.three),
        (f"Also today, {view.also_left} left", view.also),
        ("Coming up", view.told),
        ("Still with me", view.still),
    )
    for heading, entries in groups:
        if entries:
            terminal.out("")
            terminal.heading(heading)
            terminal.out(*(_sentence(shell, entry, view.date, now) for entry in entries))
    if shell.practice.inquiries:
        _print_waiting(shell)
    _print_word(shell, word)
    ahead = [
        f"  {when.say(day.date, now)}: {_load(day.tasks, day.events)}." for day in view.week[1:] if day[1] or day[2]
    ]
    if ahead:
        terminal.out("")
        terminal.heading("The week ahead")
        terminal.out(*ahead)


def _waiting_json(practice: Practice, now: datetime, zone: str) -> list[dict[str, Any]]:
    """Who waits to hear from me now."""
    from organizer.views.door import asking, inquiry_json

    return [inquiry_json(one.inquiry, practice, now, zone) for one in asking(practice, now, zone)]


def _print_waiting(shell: Shell) -> None:
    """Who waits to hear from me now."""
    from organizer.shell.door import line_of
    from organizer.views.door import asking

    found = asking(shell.practice, shell.clock.now(), shell.clock.zone())
    if found:
        shell.terminal.out("")
        shell.terminal.heading("Waiting to hear from me")
        shell.terminal.out(*(f"  {line_of(shell, one.inquiry)}." for one in found))


def _print_word(shell: Shell, word: Sequence[Promise]) -> None:
    """What is promised for today."""
    if word:
        shell.terminal.out("")
        shell.terminal.heading("My word, due today")
    for one in word:
        made = one.commitment
        by = f", by {when.say_time(one.due)}" if len(one.due) > 10 else ""
        shell.terminal.out(f"  {short(made.id)}  {flat(made.who)}: {flat(made.text)}{by}.")


def _load(tasks: int, events: int) -> str:
    parts = (count(tasks, "task") if tasks else "", count(events, "event") if events else "")
    return ", ".join(part for part in parts if part)


def _office(shell: Shell, view: TodayView) -> str:
    if view.day.closed:
        return f"The office closed at {when.say_time(view.day.closed)}."
    if view.day.opened:
        return f"The office is open since {when.say_time(view.day.opened)}."
    if view.week[0].office:
        return "The office is not open yet."
    return no_office(shell.practice, date.fromisoformat(view.date))


def _sentence(shell: Shell, entry: Entry, day: str, now: datetime) -> str:
    """One entry as it is read aloud: text, then what is known of it, then the step."""
    facts = [area_name(shell.practice, entry), minutes(entry.estimate)]
    if entry.dread and entry.open:
        facts.append(f"dread {DREAD_WORDS[entry.dread_level]}")
    if entry.waiting_for and entry.open:
        facts.append(f"waiting on {flat(entry.waiting_for)}")
    if entry.checklist:
        facts.append(f"{sum(check.done for check in entry.checklist)} of {len(entry.checklist)} ticked")
    if entry.due and entry.due[:10] < day and entry.open:
        facts.append(when.since(entry.due, now))
    if entry.due and entry.due[:10] > day and entry.open:
        facts.append(f"due {when.say(entry.due, now)}, {when.until(entry.due, now)}")
    if entry.closed:
        facts.append(f"{'done' if entry.stage == 'done' else 'let go'} at {when.say_time(entry.closed)}")
    hour = f"{when.say_time(entry.due)}, " if entry.due and len(entry.due) > 10 and entry.due[:10] == day else ""
    said = ", ".join([f"{hour}{flat(entry.text)}", *(fact for fact in facts if fact)])
    step = f" Next step: {sentence(flat(entry.step))}" if entry.step and entry.open else ""
    return f"  {short(entry.id)}  {said}{'' if said[-1:] in '.!?' else '.'}{step}"

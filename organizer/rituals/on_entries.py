"""Questions about entries: what is chosen, what is left over, what waits, what was put off."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import timedelta

from organizer import when
from organizer.pages import standing_on
from organizer.records import Entry
from organizer.rituals.days import hours_of, next_office_day
from organizer.rituals.shape import Act, Row, Scene, Shown, Way
from organizer.views.migration import migration
from organizer.views.today import today
from organizer.words import minutes

DONE = Way("tick", "done")
TO_TOMORROW = Way("on", "next day")
LATER = Way("later", "plan it", "To which day?")
LET_GO = Way("drop", "let go")
DECIDE = (DONE, TO_TOMORROW, LATER, LET_GO)
SOME = 40
"""So many of what is found are looked at; seven are shown at a time."""


def on_day(scene: Scene) -> str:
    """The next office day, as an ISO date."""
    return next_office_day(scene.practice, scene.now.date()).isoformat()


def fact(scene: Scene, entry: Entry) -> str:
    """What stands beside an entry: since when or by when, or that it fits the theme."""
    if entry.due and entry.due[:10] < scene.today:
        return when.since(entry.due, scene.now)
    if entry.due and entry.due[:10] == scene.today:
        return "due today" if len(entry.due) == 10 else when.say_time(entry.due)
    if entry.due:
        return when.say(entry.due, scene.now)
    theme = scene.practice.theme()
    return "fits the theme" if theme and entry.theme == theme.id else ""


def row(scene: Scene, entry: Entry, ways: tuple[Way, ...], said: str = "", on: bool = False, number: int = 0) -> Row:
    """The row of an entry."""
    told = said or fact(scene, entry)
    return Row(entry.id, entry.text, told, ways, on, number, entry.estimate, entry.dread_level)


def soonest(entry: Entry) -> tuple[str, str]:
    """The order of what is due, then of what is not."""
    return (entry.due or "~", entry.created)


def open_tasks(scene: Scene, wanted: Callable[[Entry], bool]) -> list[Entry]:
    """The open tasks of a kind, the soonest due first."""
    found = (one for one in scene.practice.entries.values() if one.open and one.kind == "task" and not one.someday)
    return sorted((one for one in found if wanted(one)), key=soonest)[:SOME]


def decided(scene: Scene, row: Row, way: str, text: str) -> Act | None:
    """What the ways of an entry do: finish it, carry it on, plan it, let it go."""
    if way == "tick":
        return Act("entry.done", (row.key,), {"only_finish": True})
    if way == "later":
        return Act("entry.later", (row.key,), {"when": text})
    if way == "drop":
        return Act("entry.drop", (row.key,), {"only_finish": True})
    if way != "on":
        return None
    entry = scene.practice.find(row.key)
    if entry.due:
        return Act("entry.later", (row.key,), {"when": on_day(scene)})
    return Act("journal.migrate", (row.key,), {"to": f"day:{on_day(scene)}"})


def caught(scene: Scene, text: str) -> Act:
    """A line that is caught as anywhere."""
    return Act("catch", (), {"text": text})


def in_area(area: str) -> Callable[[Scene, str], Act]:
    """A line that is caught in an area, where there is one of that id."""

    def write(scene: Scene, text: str) -> Act:
        found = scene.practice.areas.get(area)
        return Act("catch", (), {"text": text, **({"area": area} if found and not found.retired else {})})

    return write


# -- the three of a day


def _pick(scene: Scene, entries: Iterable[Entry], chosen: tuple[str, ...]) -> tuple[Row, ...]:
    way = (Way("tick", "choose"),)
    known = [id for id in chosen if scene.practice.entry(id)]
    first = [one for one in map(scene.practice.entry, known) if one is not None and one.open]
    rest = [one for one in {one.id: one for one in entries}.values() if one.id not in known]
    rows = [row(scene, one, way, "", True, known.index(one.id) + 1) for one in first]
    return (*rows, *(row(scene, one, way) for one in rest[:SOME]))


def three(scene: Scene) -> Shown:
    """What could be today's three: what was chosen, what is due, what is still with me, what is ready."""
    seen = today(scene.practice, scene.now)
    due = [one for one in (*seen.still, *seen.also, *seen.told) if one.open and one.kind == "task"]
    ready = open_tasks(scene, lambda one: not one.due and one.stage in ("next", "doing"))
    rows = _pick(scene, [*due, *ready], seen.day.three)
    return Shown((), rows, "another one: order the forms…", "A clear page. Write one, or go on.", many=True)


def pick(scene: Scene, row: Row, way: str, text: str) -> Act | None:
    """Choose it, or put it back."""
    return Act("entry.pick", (row.key,))


def new_three(scene: Scene, text: str) -> Act:
    """A new line, one of the three."""
    return Act("catch", (), {"text": text}, then=("entry.pick", {}))


def tomorrow(scene: Scene) -> Shown:
    """The next office day and those behind it, and what could be its three."""
    day = on_day(scene)
    page = f"day:{day}"
    near = [one for one in scene.practice.due_on(day) if one.open]
    there = [one for one in near if one.kind == "task"] + open_tasks(scene, lambda one: standing_on(one, page))
    left = open_tasks(scene, lambda one: one.due is not None and one.due[:10] <= scene.today)
    ready = open_tasks(scene, lambda one: not one.due and one.stage in ("next", "doing"))
    rows = _pick(scene, [*there, *left, *ready], scene.practice.day(day).three)
    return Shown(ahead(scene, 3), rows, "another one: order the forms…", "Nothing waits for that day yet.", many=True)


def pick_tomorrow(scene: Scene, row: Row, way: str, text: str) -> Act | None:
    """Choose it for the next office day, or put it back."""
    return Act("entry.pick", (row.key,), {"day": on_day(scene)})


def new_tomorrow(scene: Scene, text: str) -> Act:
    """A new line for the next office day, one of its three."""
    return Act("catch", (), {"text": text, "due": on_day(scene)}, then=("entry.pick", {"day": on_day(scene)}))


def ahead(scene: Scene, days: int) -> tuple[str, ...]:
    """The days to come on which something stands, a line each: the events by their hour, and how many tasks."""
    lines = []
    for number in range(1, 15):
        there = (scene.now.date() + timedelta(days=number)).isoformat()
        found = sorted((one for one in scene.practice.due_on(there) if one.open), key=soonest)
        events = [f"{when.say_time(one.due or '')} {one.text}".strip() for one in found if one.kind == "event"]
        many = sum(one.kind == "task" for one in found)
        tasks = [f"{many} task{'s' if many > 1 else ''}"] if many else []
        if events or tasks:
            lines.append(f"{when.say(there, scene.now)}: {', '.join([*events[:3], *tasks])}")
        if len(lines) == days:
            break
    return tuple(lines)


# -- dread, and what fits


def dreaded(scene: Scene) -> list[Entry]:
    """Today's three that are open, the most dreaded first; where none are chosen, what is due and dreaded."""
    seen = today(scene.practice, scene.now)
    found = [one for one in seen.three if one.open] or [one for one in (*seen.also, *seen.still) if one.open]
    return sorted((one for one in found if one.kind == "task"), key=lambda one: -one.dread_level)[:3]


def smallest(scene: Scene) -> Shown:
    """The dreaded one, and the line for its first five minutes."""
    found = dreaded(scene)
    way = (Way("tick", "dreaded"),)
    rows = tuple(row(scene, one, way, f"→ {one.step}" if one.step else "", bool(one.dread)) for one in found)
    writes = f"five minutes of “{found[0].text}”: open the folder…" if found else ""
    return Shown((), rows, writes, "Nothing to dread here. Good.")


def dread(scene: Scene, row: Row, way: str, text: str) -> Act | None:
    """It is the dreaded one, or no longer."""
    return Act("entry.dread", (row.key,), {"level": 0 if row.on else 2})


def step(scene: Scene, text: str) -> Act | None:
    """The smallest step of the most dreaded one."""
    found = dreaded(scene)
    return Act("entry.edit", (found[0].id,), {"fields": {"step": text}}) if found else None


def load(scene: Scene) -> Shown:
    """What is planned against the hours there are."""
    seen = today(scene.practice, scene.now)
    found = [one for one in (*seen.three, *seen.also) if one.open and one.kind == "task"]
    planned, left = sum(one.estimate or 0 for one in found), hours_of(scene.practice, scene.now)
    room = f"{minutes(left)} of office time" if left else "no more office time today"
    said = f"{minutes(planned)} of tasks, and {room}." if planned else f"There is {room}."
    rows = tuple(row(scene, one, (TO_TOMORROW, LATER, DONE)) for one in found)
    return Shown((said,), rows, "", "Nothing is planned yet.")


# -- what is left over


def leftovers(scene: Scene) -> Shown:
    """What stood on today and is not done."""
    page, chosen = f"day:{scene.today}", scene.practice.day(scene.today).three

    def left(one: Entry) -> bool:
        if one.waiting_for and (not one.nudge or one.nudge[:10] > scene.today):
            return False
        due = (one.due or "")[:10]
        return due <= scene.today if due else standing_on(one, page) or one.id in chosen

    found = open_tasks(scene, left)
    return Shown((), tuple(row(scene, one, DECIDE) for one in found), "", "Nothing is left over. Enjoy it.")


def earlier(scene: Scene) -> Shown:
    """What is still open on earlier pages of the journal."""
    ways = (DONE, Way("on", "to today"), LATER, LET_GO)
    lines = migration(scene.practice, scene.now).left[:SOME]
    rows = tuple(row(scene, line.entry, ways, f"written {when.say(line.entry.created[:10], scene.now)}")
                 for line in lines)  # fmt: skip
    return Shown((), rows, "", "Every earlier page is met.")


def carried(scene: Scene, row: Row, way: str, text: str) -> Act | None:
    """Of an earlier page: on to today's, else as any entry."""
    return Act("journal.migrate", (row.key,), {}) if way == "on" else decided(scene, row, way, text)


def notes(scene: Scene) -> Shown:
    """Documentation that is due."""

    def wanted(one: Entry) -> bool:
        due = (one.due or scene.today)[:10]
        return one.area == "documentation" and due <= scene.today and not one.waiting_for

    rows = tuple(row(scene, one, (DONE, TO_TOMORROW, LATER)) for one in open_tasks(scene, wanted))
    return Shown((), rows, "say when: finish notes tomorrow 9am", "Nothing waits to be written.", many=True)


def deferrals(scene: Scene) -> Shown:
    """What was moved on three times or more."""
    ways = (LET_GO, Way("ask", "ask for help", "Whom? A code or a role, and a day to ask again:"), LATER, DONE)
    found = open_tasks(scene, lambda one: one.deferrals >= 3)
    rows = tuple(row(scene, one, ways, f"moved {one.deferrals} times") for one in found)
    return Shown((), rows, "", "Nothing was moved on that often.")


def helped(scene: Scene, row: Row, way: str, text: str) -> Act | None:
    """Ask someone for help with it, else as any entry."""
    return Act("entry.wait", (row.key,), {"who": text}) if way == "ask" else decided(scene, row, way, text)


def asked(scene: Scene) -> Shown:
    """What waits for others."""
    ways = (Way("ask", "asked", "Ask again when?"), DONE, LET_GO)
    found = open_tasks(scene, lambda one: bool(one.waiting_for))
    rows = tuple(row(scene, one, ways, _waits(scene, one)) for one in found)
    return Shown((), rows, "", "Nobody is waited for.")


def _waits(scene: Scene, entry: Entry) -> str:
    since = f", {when.since(entry.waiting_since, scene.now)}" if entry.waiting_since else ""
    return f"{entry.waiting_for}{since}"


def asked_again(scene: Scene, row: Row, way: str, text: str) -> Act | None:
    """They were asked: when to ask again, else as any entry."""
    if way != "ask":
        return decided(scene, row, way, text)
    return Act("entry.edit", (row.key,), {"fields": {"nudge": text}})


def coming(scene: Scene) -> Shown:
    """The two weeks ahead."""
    last = (scene.now.date() + timedelta(days=14)).isoformat()
    found = open_tasks(scene, lambda one: one.due is not None and scene.today < one.due[:10] <= last)
    rows = tuple(row(scene, one, (LATER, DONE, LET_GO)) for one in found)
    return Shown(ahead(scene, 2), rows, "what wants to be prepared…", "Two quiet weeks.", many=True)

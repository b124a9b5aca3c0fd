"""Questions about my word: what has slipped, whose word is due, which promises would be made again."""

from __future__ import annotations

from datetime import date

from organizer import when
from organizer.rituals.on_entries import DECIDE, decided, open_tasks
from organizer.rituals.on_entries import row as entry_row
from organizer.rituals.shape import Act, Row, Scene, Shown, Way
from organizer.views.word import Given, WordView, word
from organizer.word.states import BROKEN

KEPT = Way("tick", "kept")
NEW_DATE = Way("later", "new date", "Tell them, then: by when now?")
RELEASED = Way("drop", "released")
NEAR = 1
"""Days ahead for which a promise is looked at before it is due."""
REPAIR = {
    "slipped": ("word.say", "said so", ""),
    "said": ("word.apologize", "said sorry", ""),
    "sorry": ("word.plan", "make a plan", "What will be done, and by when?"),
    "planned": ("word.repair", "put right", ""),
}
"""The next step of putting right: its command, its word, and what is asked for."""


def view(scene: Scene) -> WordView:
    """My Word as it stands; nothing of it is read where nothing was ever promised."""
    if not scene.practice.commitments:
        return WordView((), (), (), (), ())
    return word(scene.practice, scene.now, scene.zone)


def given_row(scene: Scene, one: Given, ways: tuple[Way, ...]) -> Row:
    """The row of a promise."""
    made = one.commitment
    broken = one.state in BROKEN
    fact = when.since(one.since[:16], scene.now) if broken else f"by {when.say(one.due, scene.now)}" if one.due else ""
    return Row(made.id, f"{made.who}: {made.text}", fact, ways, minutes=made.estimate)


def _broken(scene: Scene) -> list[Row]:
    rows = []
    for one in view(scene).repair:
        if one.state in REPAIR:
            _, said, needs = REPAIR[one.state]
            rows.append(given_row(scene, one, (Way("reply", said, needs),)))
    return rows


def slipped(scene: Scene) -> Shown:
    """What slipped while I was away: promises to put right, and what is past its day."""
    late = open_tasks(scene, lambda one: one.due is not None and one.due[:10] < scene.today and not one.waiting_for)
    rows = [
        *_broken(scene),
        *(entry_row(scene, one, (*DECIDE[:1], Way("on", "next day"), *DECIDE[2:])) for one in late),
    ]
    return Shown((), tuple(rows), "", "Nothing slipped. Your word is whole.")


def whose(scene: Scene) -> Shown:
    """Promises that are due by tomorrow, and those to put right."""
    last = scene.now.date().toordinal() + NEAR
    near = [one for one in view(scene).promised if _day(one.due) <= last]
    rows = [*_broken(scene), *(given_row(scene, one, (KEPT, NEW_DATE, RELEASED)) for one in near)]
    return Shown((), tuple(rows), "", "Nothing is promised for today or tomorrow.")


def promises(scene: Scene) -> Shown:
    """Every open promise."""
    ways = (NEW_DATE, KEPT, RELEASED)
    rows = [*_broken(scene), *(given_row(scene, one, ways) for one in view(scene).promised)]
    return Shown((), tuple(rows), "", "No promises open. Your word is whole.")


def _day(due: str) -> int:
    return date.fromisoformat(due[:10]).toordinal() if due else 0


def taken(scene: Scene, row: Row, way: str, text: str) -> Act | None:
    """Keep a promise, agree on a new date, be released; or the next step of putting one right; else as any entry."""
    if row.key not in scene.practice.commitments:
        return decided(scene, row, way, text)
    if way == "tick":
        return Act("word.keep", (row.key,))
    if way == "later":
        return Act("word.renegotiate", (row.key,), {"when": text, "told": "yes"})
    if way == "drop":
        return Act("word.release", (row.key,))
    state = next((one.state for one in view(scene).repair if one.commitment.id == row.key), "")
    command = REPAIR.get(state, ("", "", ""))[0]
    if command == "word.plan":
        return Act(command, (row.key,), {"when": text, "note": text})
    return Act(command, (row.key,)) if command else None

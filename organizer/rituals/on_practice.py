"""Questions about money, papers and goals: entries of one area, a checklist, what shall be true in a week."""

from __future__ import annotations

from datetime import timedelta

from organizer.records import Entry
from organizer.rituals.on_entries import DONE, LATER, LET_GO, TO_TOMORROW, decided, open_tasks, row
from organizer.rituals.shape import Act, Row, Scene, Shown, Way

MONEY_PAGE = "money page"
GOAL = "goal"
LONG = 30
"""Days after which what is to be paid has waited long."""
TAX_DAYS = 45


def billing(scene: Scene) -> Shown:
    """What is open in accounting."""
    found = open_tasks(scene, lambda one: one.area == "accounting" and not one.waiting_for)
    rows = tuple(row(scene, one, (DONE, TO_TOMORROW, LATER)) for one in found)
    return Shown((), rows, "what is stuck, and its next step…", "Nothing is open there.", many=True)


def aging(scene: Scene) -> Shown:
    """What of accounting has waited longest: past its day, or written a month ago."""
    before = (scene.now.date() - timedelta(days=LONG)).isoformat()

    def old(one: Entry) -> bool:
        late = one.due is not None and one.due[:10] < scene.today
        return one.area == "accounting" and (late or one.created[:10] < before)

    rows = tuple(row(scene, one, (LATER, DONE, LET_GO)) for one in open_tasks(scene, old))
    return Shown((), rows, "who, and the kind next step…", "Nothing has waited that long.", many=True)


def _money_page(scene: Scene) -> Entry | None:
    found = (one for one in scene.practice.entries.values() if one.open and one.checklist)
    return next((one for one in found if MONEY_PAGE in one.text.lower()), None)


def money(scene: Scene) -> Shown:
    """The checklist of the money page, and a line about it."""
    page = _money_page(scene)
    way = (Way("tick", "tick"),)
    lines = page.checklist if page else ()
    rows = tuple(Row(f"{at}", line.text, "", way, line.done) for at, line in enumerate(lines))
    quiet = "There is no money page on the Board; the packs have one."
    return Shown((page.text,) if page else (), rows, "the number that surprises…", quiet, many=True)


def tick_money(scene: Scene, row: Row, way: str, text: str) -> Act | None:
    """Tick a line of the money page, or clear it."""
    page = _money_page(scene)
    return Act("check.tick", (page.id,), {"line": int(row.key), "was": row.text}) if page else None


def on_the_month(scene: Scene, text: str) -> Act:
    """A note on the page of the month."""
    page = f"month:{scene.today[:7]}"
    return Act("journal.write", (), {"text": f"- {text}", "page": page, "dates": False})


def tax(scene: Scene) -> Shown:
    """Taxes that are due soon."""
    last = (scene.now.date() + timedelta(days=TAX_DAYS)).isoformat()
    found = open_tasks(scene, lambda one: "tax" in one.text.lower() and (one.due or scene.today)[:10] <= last)
    rows = tuple(row(scene, one, (DONE, LATER)) for one in found)
    return Shown((), rows, "what is still to be done for it…", "No tax is due in the next weeks.", many=True)


def papers(scene: Scene) -> Shown:
    """What comes round once a year."""

    def yearly(one: Entry) -> bool:
        repeat = one.repeat
        return repeat is not None and ("YEARLY" in repeat.rule or any(len(day) == 5 for day in repeat.dates))

    rows = tuple(row(scene, one, (LATER, DONE)) for one in open_tasks(scene, yearly))
    return Shown((), rows, "a paper that has no day yet…", "No yearly papers are on the Board; the packs have them.",
                 many=True)  # fmt: skip


def goals(scene: Scene) -> Shown:
    """The goals there are, plainly met or not, and the line for new ones."""
    ways = (Way("tick", "it is true"), Way("on", "once more"), Way("drop", "let it be"))
    found = open_tasks(scene, lambda one: GOAL in one.tags)
    rows = tuple(row(scene, one, ways) for one in found)
    return Shown((), rows, "plainly true by then, in a line…", many=True)


def met(scene: Scene, row: Row, way: str, text: str) -> Act | None:
    """A goal is met, or goes on for another week, or is let be."""
    if way == "on":
        return Act("entry.later", (row.key,), {"when": _in_a_week(scene)})
    return decided(scene, row, way, text)


def new_goal(scene: Scene, text: str) -> Act:
    """A goal for the week to come."""
    return Act("catch", (), {"text": f"{text} #{GOAL}", "due": _in_a_week(scene)})


def _in_a_week(scene: Scene) -> str:
    return (scene.now.date() + timedelta(days=7)).isoformat()

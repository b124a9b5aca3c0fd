"""What the keys do while lines are met one at a time."""

from __future__ import annotations

from screens.desk import Desk
from screens.dialogs.ask import QUESTIONS, Asked
from screens.journal.doing import carry, choose_from, page_of, selected, show
from screens.journal.migrate import Migrate


def meet(desk: Desk, id: str) -> bool:
    """A key in Migrate; whether it means something of its own there."""
    journal = page_of(desk)
    leaf = journal.leaf
    assert isinstance(leaf, Migrate)
    if id == "entry.open":
        return _enter(desk)
    if id == "journal.skip" and leaf.line:
        left = {line.entry.id for line in leaf.seen.left}
        back = tuple(one for one in journal.put_back if one in left and one != leaf.line.entry.id)
        journal.put_back, journal.met_next = (*back, leaf.line.entry.id), ""
        show(desk)
    elif id == "journal.tick" and leaf.line:
        key = journal.item.key.removeprefix("meet:") if journal.lane == 1 else leaf.line.entry.id
        journal.ticked ^= {key}
        show(desk)
        if journal.lane == 1 and journal.lanes[1].seek(f"meet:{key}"):
            journal.lanes[1].step(1)  # and on to the next, so that twenty are ticked by twenty keys
            desk.canvas.redraw()
    elif id == "entry.small" and leaf.line:
        smaller(desk)
    else:
        return False
    return True


def _enter(desk: Desk) -> bool:
    """On a choice it is done; on a line still to meet, that one is met now."""
    journal = page_of(desk)
    key = journal.item.key
    if key.startswith("do:"):
        from screens.doing import do

        do(desk, key.removeprefix("do:"))
    elif key.startswith("meet:"):
        journal.met_next, journal.lane, journal.ticked = key.removeprefix("meet:"), 0, frozenset()
        show(desk)
    return True


def smaller(desk: Desk) -> None:
    """Ask for one small step, and carry the line with it."""
    from organizer.commands import COMMANDS

    ids = selected(desk, COMMANDS["journal.migrate"])
    if not ids:
        return

    def go(text: str) -> str:
        desk.call_later(carry, desk, ids, {"step": text})
        return ""

    choose_from(desk, Asked(desk.office, QUESTIONS["small"], go))

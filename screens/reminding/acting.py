"""What can be done about something that rings: finish it, answer it, go to it."""

from __future__ import annotations

from organizer.reminding.ring import Ring
from screens.desk import Desk

DONE: dict[str, tuple[str, dict[str, bool]]] = {
    "entries": ("entry.done", {"only_finish": True}),
    "commitments": ("word.keep", {}),
}
"""How it is finished: what was finished elsewhere meanwhile is never taken up again."""


def finish(desk: Desk, ring: Ring) -> None:
    """A task is done, a promise kept, a ritual begun; an inquiry asks how it was answered."""
    if ring.table in DONE:
        command, answers = DONE[ring.table]
        why = desk.attempt(command, (ring.id,), **answers)
        if why:
            desk.say(why, care=True)
    elif ring.kind == "inquiry":
        answer(desk, ring)
    else:
        from screens.rituals.beginning import begin

        begin(desk, ring.id)


def answer(desk: Desk, ring: Ring) -> None:
    """Ask how it was answered, where it is asked everywhere."""
    from screens.door.doing import choose_outcome

    choose_outcome(desk, ring.id)


def show(desk: Desk, ring: Ring) -> None:
    """Go to where it stands."""
    if ring.table == "entries":
        from screens.dialogs.drawer import Drawer

        desk.app.push_screen(Drawer(desk.office, desk.ink, ring.id))
    elif ring.table == "commitments":
        from screens.leading import lead

        lead(desk, "word", ring.id)
    else:
        desk.go({"inquiry": "door", "ritual": "rituals"}.get(ring.kind, "today"))

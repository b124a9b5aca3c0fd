"""What can be done about something that rings: finish it, answer it, go to it."""

from __future__ import annotations

from organizer.reminding.ring import Ring
from screens.desk import Desk


def finish(desk: Desk, ring: Ring) -> None:
    """A task is done, a promise kept, a ritual begun; an inquiry asks how it was answered."""
    from screens.reminding.ringing import attempt

    if ring.table == "entries":
        attempt(desk, "entry.done", (ring.id,))
    elif ring.table == "commitments":
        attempt(desk, "word.keep", (ring.id,))
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

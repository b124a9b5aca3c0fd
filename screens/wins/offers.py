"""After something was done: the quiet line about it, what is offered as a win, and the celebration of a rare one."""

from __future__ import annotations

from typing import Any

from organizer.change import Change
from organizer.records.wins import Win
from organizer.settings.rewarding import CELEBRATE, OFFER
from organizer.wins import counting
from organizer.wins.offering import LOOKS, offer
from organizer.words import count, sentence
from screens.desk import Desk
from screens.ink import shown
from screens.widgets.keybar import KEEP, NO_HINT, UNDO, Hint


def after(desk: Desk, change: Change) -> tuple[str, Hint]:
    """What is said of a change, and the key beside it."""
    office = desk.office
    said = sentence(change.label)
    won = _kept(change)
    if won is not None:
        return _won(desk, won, said)
    desk.offer, desk.meanwhile = None, []
    if OFFER.of(office.practice) == OFFER.values[0]:
        found = offer(office.practice, change, office.clock.now())
        if found and found.of not in desk.offered:
            desk.offered.add(found.of)
            desk.offer = found
            return f"{said} {found.said}", KEEP
    return said, NO_HINT if change.undoes else UNDO


def uncovered(desk: Desk, text: str = "") -> None:
    """What was done in an overlay that is closed now, and still stands so, is offered as well; `text` is said first."""
    practice, meanwhile = desk.office.practice, desk.meanwhile
    desk.meanwhile = []
    if _celebrated(desk, meanwhile):
        desk.say(text) if text else None
        return
    best = None
    for change in meanwhile if OFFER.of(practice) == OFFER.values[0] else ():
        stands = all(practice.look(row.table, row.id) == row.after for row in change.rows if row.table in LOOKS)
        found = offer(practice, change, desk.office.clock.now()) if stands else None
        if found and found.of not in desk.offered and (best is None or found.rare):
            best = found
    desk.offer = best or desk.offer
    if desk.offer is not None and (best or text):
        desk.offered.add(desk.offer.of)
        desk.say(f"{text} {desk.offer.said}".strip(), KEEP)
    elif text:
        desk.say(text)


def _celebrated(desk: Desk, meanwhile: list[Change]) -> bool:
    """Celebrate the rare win that was kept in what is closed now, a ritual for one, where it still stands."""
    for change in reversed(meanwhile):
        won = _kept(change)
        if won is not None and won.celebrated:
            held: object = desk.office.practice.look("wins", won.id)
            if held == won:
                return _celebrate(desk, won)
    return False


def _kept(change: Change) -> Win | None:
    """The win that a change kept."""
    if change.undoes or change.redoes or change.by == "shell":
        return None
    return next((r.after for r in change.rows if isinstance(r.after, Win) and r.before is None), None)


def _celebrate(desk: Desk, win: Win) -> bool:
    """The celebration of a rare win, once; whether there is one."""
    way = CELEBRATE.of(desk.office.practice)
    if win.id in desk.offered or way == "off" or desk.app.animation_level == "none":
        return False
    from screens.wins.celebrate import Celebration

    desk.offered.add(win.id)
    desk.call_later(desk.app.push_screen, Celebration(desk, win, still=way == "still"))
    return True


def _won(desk: Desk, win: Win, said: str) -> tuple[str, Hint]:
    """A win was kept: what it adds up to, and where it is a rare one, the celebration."""
    practice = desk.office.practice
    in_hand = counting.in_hand(practice)
    said = f"{said} {count(in_hand, 'star')} now."
    if win.celebrated:
        _celebrate(desk, win)
    next = next_reward(practice, in_hand)
    return (f"{said} {next}" if next and not win.celebrated else said), UNDO


def next_reward(practice: Any, in_hand: int) -> str:
    """How far it is to the next reward, in a sentence; "" where there is none."""
    found = next((one for one in counting.waiting(practice) if one.stars > in_hand), None)
    return f"{count(found.stars - in_hand, 'star')} to {shown(found.text)}." if found else ""

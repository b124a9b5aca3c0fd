"""What the keys and clicks of Wins do, and how a win is kept from anywhere."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from organizer.commands import COMMANDS
from organizer.commands.command import Command
from organizer.errors import OrganizerError
from organizer.records.wins import Reward, Win
from organizer.wins.finding import find, find_reward
from organizer.wins.stickers import STICKERS
from screens.asking import Question
from screens.desk import Desk
from screens.wins import questions


def _ask(
    desk: Desk, title: str, asked: tuple[Question, ...], keep: Callable[[dict[str, str]], str], command: str,
    begun: dict[str, str] | None = None, at_first: bool = False,
) -> None:  # fmt: skip
    from screens.asking import Asks

    desk.app.push_screen(Asks(desk.office, desk.ink, title, asked, keep, command, begun, at_first))


def add(desk: Desk, command: Command, **begun: str) -> None:
    """One line, a sticker, stars; from anywhere."""

    def keep(answers: dict[str, str]) -> str:
        return desk.attempt("win.add", (), **answers)

    _ask(desk, "Keep a win", questions.WIN, keep, "win.add", {"sticker": "star", "stars": "1", **begun})


def add_reward(desk: Desk, command: Command) -> None:
    """What it will be, and for how many stars."""

    def keep(answers: dict[str, str]) -> str:
        return desk.attempt("reward.add", (), **answers)

    _ask(desk, "A reward, beforehand", questions.REWARD, keep, "reward.add")


def _add_here(desk: Desk, command: Command) -> None:
    """`a` adds here; `c` catches a line as anywhere."""
    if command.id == "catch":
        from screens.doing import catch

        catch(desk, command)
    else:
        add(desk, COMMANDS["win.add"])


def chosen_win(desk: Desk) -> Win | None:
    """The win under the cursor; None, and a kind sentence, when there is none."""
    try:
        return find(desk.office.practice, (*desk.page.selection(), "")[0])
    except OrganizerError:
        desk.say("Choose a win first: ↑ ↓ move, or click one.", care=True)
        return None


def chosen_reward(desk: Desk) -> Reward | None:
    """The reward under the cursor; None, and a kind sentence, when there is none."""
    try:
        return find_reward(desk.office.practice, (*desk.page.selection(), "")[0])
    except OrganizerError:
        desk.say("Choose a reward first: r goes to them.", care=True)
        return None


def _fields(desk: Desk, command: Command) -> None:
    win = chosen_win(desk)
    if win is None:
        return
    id = win.id

    def keep(answers: dict[str, str]) -> str:
        return desk.attempt(command.id, (id,), fields=answers)

    begun = {"text": win.text, "sticker": win.sticker, "stars": str(win.stars)}
    _ask(desk, "Change the win", (*questions.WIN, questions.ON), keep, command.id, begun, True)


def _note(desk: Desk, command: Command) -> None:
    win = chosen_win(desk)
    if win is not None:
        write_about(desk, win)


def write_about(desk: Desk, win: Win) -> None:
    """A line about a win."""

    def keep(answers: dict[str, str]) -> str:
        return desk.attempt("win.note", (win.id,), **answers)

    _ask(desk, "Write about it", questions.NOTE, keep, "win.note", {"note": win.note}, True)


def _reward_fields(desk: Desk, command: Command) -> None:
    reward = chosen_reward(desk)
    if reward is None:
        return
    id = reward.id

    def keep(answers: dict[str, str]) -> str:
        return desk.attempt(command.id, (id,), fields=answers)

    begun = {"text": reward.text, "stars": str(reward.stars)}
    _ask(desk, "Change the reward", questions.REWARD, keep, command.id, begun, True)


def _sticker(desk: Desk, command: Command) -> None:
    win = chosen_win(desk)
    if win is not None:
        stick(desk, win)


def stick(desk: Desk, win: Win) -> None:
    """Another sticker for a win."""
    from screens.dialogs.chooser import Chooser
    from screens.dialogs.offers import Offer, Offers

    def keep(text: str) -> str:
        return desk.attempt("win.sticker", (win.id,), sticker=text)

    signs = desk.ink.signs.stickers
    offers = [Offer(one.id, f"{signs[at]}  {one.meant}") for at, one in enumerate(STICKERS)]
    source = Offers("Which sticker?", "star, flower, sun", offers, lambda text: (), keep)
    desk.app.push_screen(Chooser(desk.office, desk.ink, source))


ASKING: dict[str, Callable[[Any, Command], None]] = {
    "catch": _add_here,
    "win": add,
    "win fields": _fields,
    "win note": _note,
    "sticker": _sticker,
    "reward": add_reward,
    "reward fields": _reward_fields,
}

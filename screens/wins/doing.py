"""What the keys and clicks of Wins do, and how a win is kept from anywhere."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from organizer import when
from organizer.commands import COMMANDS
from organizer.commands.command import Command
from organizer.errors import OrganizerError
from organizer.manner import keyed
from organizer.records.wins import Reward, Win
from organizer.views.wins import years_back
from organizer.wins.finding import find, find_reward
from organizer.wins.stickers import STICKERS
from screens.asking import Question
from screens.desk import Desk
from screens.ink import Part
from screens.widgets.lane import Item
from screens.wins import questions
from screens.wins.page import Wins


def _ask(
    desk: Desk, title: str, asked: tuple[Question, ...], keep: Callable[[dict[str, str]], str], command: str,
    begun: dict[str, str] | None = None, at_first: bool = False,
) -> None:  # fmt: skip
    from screens.asking import Asks

    desk.app.push_screen(Asks(desk.office, desk.ink, title, asked, keep, command, begun, at_first))


def _made(desk: Desk, table: str, command: str, answers: dict[str, str]) -> str:
    """Run a command that makes a record; on the page the cursor goes to it."""
    practice = desk.office.practice
    before = frozenset(practice.table(table))
    why = desk.attempt(command, (), **answers)
    made = next((id for id in reversed(practice.table(table)) if id not in before), "")
    if made and isinstance(desk.page, Wins):
        desk.moved(lambda: desk.page.show(made))
    return why


def add(desk: Desk, command: Command, **begun: str) -> None:
    """One line, a sticker, stars; from anywhere."""

    def keep(answers: dict[str, str]) -> str:
        return _made(desk, "wins", "win.add", answers)

    _ask(desk, "Keep a win", questions.WIN, keep, "win.add", begun)


def add_reward(desk: Desk, command: Command) -> None:
    """What it will be, and for how many stars."""

    def keep(answers: dict[str, str]) -> str:
        return _made(desk, "rewards", "reward.add", answers)

    _ask(desk, "A reward, beforehand", questions.REWARD, keep, "reward.add")


def _add_here(desk: Desk, command: Command) -> None:
    """`a` adds here; `c` catches a line as anywhere."""
    if command.id == "catch":
        from screens.answers import catch

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
        desk.say(keyed("Choose a reward first: {win.rewards} goes to them."), care=True)
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
    offers = [Offer(one.id, one.meant, signs[at]) for at, one in enumerate(STICKERS)]
    source = Offers("Which sticker?", "star, flower, sun", offers, lambda text: (), keep)
    desk.app.push_screen(Chooser(desk.office, desk.ink, source))


# -- ways about


def page_of(desk: Desk) -> Wins:
    """Wins, which is open."""
    page = desk.page
    assert isinstance(page, Wins)
    return page


def _again(desk: Desk) -> None:
    page_of(desk).dirty = True
    desk.go("wins")


def keep(desk: Desk) -> None:
    """Keep what was offered just now; else ask for a line."""
    found, desk.offer = desk.offer, None
    if found is None:
        add(desk, COMMANDS["win.add"])
        return
    why = desk.attempt("win.add", (), **found.answers())
    if why:
        desk.say(why, care=True)


def _open(desk: Desk) -> None:
    """What enter means on the row that is chosen."""
    page = page_of(desk)
    item = page.item
    if item.key == "more:wins":
        page.read_on()
        desk.canvas.redraw()
    elif item.key == "new:reward":
        add_reward(desk, COMMANDS["reward.add"])
    elif item.kind == "week":
        _, found = item.data
        page.go_to_day(found[-1].at[:10])
        desk.canvas.redraw()
        desk.frame()
    elif item.kind == "win":
        _fields(desk, COMMANDS["win.edit"])
    elif item.key == "more:rewards":
        page.all_rewards = True
        page.show(page.seen.gone[0].id)
        desk.canvas.redraw()
    elif item.kind in ("taken", "gone"):
        from screens.dialogs.chooser import Chooser

        desk.app.push_screen(Chooser(desk.office, desk.ink, Taken(desk, item.data)))
    elif page.rewarding and item.key:
        _reward_fields(desk, COMMANDS["reward.edit"])


def _view(desk: Desk) -> None:
    page = page_of(desk)
    page.view = "" if page.view else "wall"
    page.lane = 0
    _again(desk)


def _numbers(desk: Desk) -> None:
    page = page_of(desk)
    page.view = "" if page.view == "numbers" else "numbers"
    page.lane = 0
    _again(desk)


def _rewards(desk: Desk) -> None:
    page = page_of(desk)
    page.lane = 0 if page.rewarding else 1
    page.view = ""
    _again(desk)


def _turn(by: int) -> Callable[[Any], None]:
    def turn(desk: Desk) -> None:
        page = page_of(desk)
        most = years_back(desk.office.practice, page.now.date())
        back = max(0, min(most, page.back + by))
        if back == page.back:
            desk.say("This is the year that goes on." if by < 0 else "Nothing was kept before that.")
            return
        page.back, page.wins = back, []
        page.lane = 0
        _again(desk)

    return turn


def _share(desk: Desk) -> None:
    win = chosen_win(desk)
    if win is not None:
        from screens.dialogs.chooser import Chooser
        from screens.wins.share import Share

        desk.app.push_screen(Chooser(desk.office, desk.ink, Share(desk, win)))


def _book(desk: Desk) -> None:
    from screens.dialogs.chooser import Chooser
    from screens.wins.share import Book

    desk.app.push_screen(Chooser(desk.office, desk.ink, Book(desk, page_of(desk).year.last)))


ABOUT: dict[str, Callable[[Any], None]] = {
    "win.keep": keep,
    "win.open": _open,
    "win.view": _view,
    "win.numbers": _numbers,
    "win.rewards": _rewards,
    "win.earlier": _turn(1),
    "win.later": _turn(-1),
    "win.share": _share,
    "win.book": _book,
}
AMONG_REWARDS = {"win.edit": "reward.edit", "win.drop": "reward.drop", "catch.here": "reward.add"}
"""What a key of the list does among the rewards."""


class Taken:
    """What can be done with a reward that was taken, or let go of."""

    enter = "that"

    def __init__(self, desk: Desk, reward: Reward) -> None:
        self._desk, self._reward = desk, reward
        again, back = COMMANDS["reward.again"], COMMANDS["reward.back"]
        self.title, self.placeholder = "Taken", "promise it anew, or put it back"
        self._ways = {"reward.again": (again.title, again.help), "reward.back": (back.title, back.help)}
        if reward.dropped and not reward.taken:
            self.title, self.placeholder = "Let go of", "take it up again"
            self._ways = {"reward.drop": ("Take it up again", "It is among those to come, for as many stars.")}

    def items(self, query: str) -> list[Item]:
        """The ways there are."""
        low = query.strip().lower()
        found = [Item(id, "way", way) for id, way in self._ways.items() if low in way[0].lower()]
        return found or [Item("", "")]

    def parts(self, item: Item, query: str) -> tuple[list[Part], list[Part]]:
        """Its name, and what it means."""
        title, help = item.data
        return [(title, "foreground")], [(help, "faint")]

    def pick(self, item: Item, query: str) -> str:
        """Do it."""
        return self._desk.attempt(item.key, (self._reward.id,)) if item.key else "Choose one of them."


# -- keys that mean something else here, and the mouse


def take(desk: Desk, id: str) -> bool:
    """Among the rewards the keys are theirs; space takes one only there."""
    page = page_of(desk)
    if page.rewarding and id in AMONG_REWARDS:
        command = COMMANDS[AMONG_REWARDS[id]]
        if command.asks:
            ASKING[command.asks](desk, command)
            return True
        reward = chosen_reward(desk)
        why = desk.attempt(command.id, (reward.id,)) if reward else ""
        if why:
            desk.say(why, care=True)
        return True
    if id == "reward.take" and not page.rewarding:
        desk.say(keyed("{win.rewards} goes to the rewards; {reward.take} takes one there."))
        return True
    return False


def click(desk: Desk, command: str, target: str) -> bool:
    """A click on a day of the map goes to its wins, on what was chosen opens it; whether that was all."""
    kind, _, day = target.partition(":")
    if kind == "day":
        page = page_of(desk)
        if page.go_to_day(day):
            desk.hush()
        else:
            desk.say(f"Nothing was kept {when.say(day, page.now)}; a quiet day is a day too.")
        desk.canvas.redraw()
        desk.frame()
        return True
    if command == "choose":
        _open(desk)
        return True
    return False


ASKING: dict[str, Callable[[Any, Command], None]] = {
    "catch": _add_here,
    "win": add,
    "win fields": _fields,
    "win note": _note,
    "sticker": _sticker,
    "reward": add_reward,
    "reward fields": _reward_fields,
}

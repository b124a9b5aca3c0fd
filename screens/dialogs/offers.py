"""Choices that can be clicked, moved to or typed; what is typed is read and said back. And those of an office day."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from organizer import when
from organizer.commands.office_day import CHOICES
from organizer.office import Office
from organizer.views.office_day import office_days
from organizer.when.saying import DAYS
from screens.ink import Ink, Part, shown
from screens.widgets.lane import Item

Keep = Callable[[str], str]
"""What was chosen or typed -> "" when it was kept, else the sentence that says why not."""


class Offer(NamedTuple):
    """One choice: what it is as one would type it, and what it means."""

    typed: str
    means: str = ""


class Offers:
    """Choices to click or type; what is typed is read and said back below, with more lines of what it means."""

    def __init__(
        self,
        title: str,
        placeholder: str,
        offers: Sequence[Offer],
        read: Callable[[str], Sequence[str]],
        keep: Keep,
        enter: str = "so be it",
    ) -> None:
        self.title, self.placeholder, self.enter = title, placeholder, enter
        self._offers, self._read, self._keep = offers, read, keep

    def items(self, query: str) -> list[Item]:
        """What is typed as it is read; the offers that begin so."""
        words = query.strip().lower()
        fitting = [one for one in self._offers if one.typed.startswith(words)]
        said = self._read(query) if words else ()
        offers = [Item(f"offer:{one.typed}", "offer", one) for one in fitting if not said or one.typed != words]
        if not said:
            return offers or [Item("", "", self.placeholder)]
        first, *rest = said
        return [
            Item("typed", "offer", Offer(query.strip(), first)),
            *(Item("", "", f"  {line}") for line in rest),
            *offers,
        ]

    def parts(self, item: Item, query: str) -> tuple[list[Part], list[Part]]:
        """The words, and what they mean."""
        typed, means = item.data
        return [("  ", "foreground"), (shown(typed), "foreground")], [(shown(means), "faint")]

    def pick(self, item: Item, query: str) -> str:
        """Keep it; without a choice, what is typed, which says why not."""
        if item.data is None and not query.strip():
            return "Choose one, or type it. esc leaves it as it is."
        return self._keep(item.data.typed if item.data else query)


HOURS = {
    "opens": ("When does it open?", ("7:30am", "8am", "8:30am", "9am", "9:30am", "10am", "noon")),
    "pause": ("When is the pause?", ("11:30am", "noon", "12:30pm", "1pm", "1:30pm", "2pm", "none")),
    "closes": ("When does it close?", ("noon", "3pm", "4pm", "5pm", "5:30pm", "6pm", "7pm", "8pm")),
}
"""For each of the three: the question, and usual answers."""
SAID = {
    "light": {"by the clock": "light by day, dark in the evening"},
    "signs": {"plain": "letters, for older terminals and fonts"},
    "day_first": {"month first": "3/4 is March 4", "day first": "3/4 is the third of April"},
}
"""What a choice means, where its name does not tell."""
QUESTIONS = {
    "light": "Light or dark?",
    "signs": "Which signs?",
    "day_first": "How is 3/4 read?",
    "answer_within": "How soon are calls answered?",
}


def hour(office: Office, name: str, keep: Keep) -> Offers:
    """A time of the office day."""
    now = office.clock.now()

    def read(text: str) -> list[str]:
        found = when.read_all(f"at {text.removeprefix('at ')}", now)
        return [when.say_time(found)] if found and "T" in found else []

    question, times = HOURS[name]
    offers = [Offer(time, "no pause" if time == "none" else "".join(read(time))) for time in times]
    return Offers(question, "8:30, 1pm or noon", offers, read, keep)


def choice(office: Office, name: str, keep: Keep) -> Offers:
    """One of the values that a setting may have."""
    values = CHOICES[name]
    now = office.practice.setting(name, values[0])
    said = SAID.get(name, {})
    offers = [Offer(one, said.get(one, "as it is now" if one == now else "")) for one in values]
    return Offers(QUESTIONS[name], ", ".join(values[:3]), offers, lambda text: (), keep)


class OfficeDays:
    """The days of the week, ticked where the office is open; the list stays until it is closed."""

    title = "On which days is the office open?"
    placeholder = "monday, saturday"
    enter = "tick"
    stays = True

    def __init__(self, office: Office, ink: Ink, turn: Callable[[int], str]) -> None:
        self._office, self._ink, self._turn = office, ink, turn

    def items(self, query: str) -> list[Item]:
        """Those that begin as typed."""
        low = query.strip().lower()
        found = [Item(name, "day", number) for number, name in enumerate(DAYS) if name.lower().startswith(low)]
        return found or [Item("", "", "A day of the week.")]

    def parts(self, item: Item, query: str) -> tuple[list[Part], list[Part]]:
        """Ticked or not."""
        on, signs = item.data in office_days(self._office.practice), self._ink.signs
        sign: Part = (signs.listed_done, "accent") if on else (signs.path_ahead, "faint")
        return [sign, ("  ", "faint"), (item.key, "foreground")], []

    def pick(self, item: Item, query: str) -> str:
        """Tick it, or take the tick off."""
        return self._turn(item.data) if item.key else "A day of the week, for example monday."

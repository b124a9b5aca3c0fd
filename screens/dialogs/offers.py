"""Choices that can be clicked, moved to or typed; what is typed is read and said back. And those of an office day."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from organizer import settings
from organizer.errors import OrganizerError
from organizer.office import Office
from organizer.settings import Known
from organizer.views.office_day import office_days
from organizer.when.saying import DAYS
from screens.ink import Ink, Part, shown
from screens.widgets.lane import Item

Keep = Callable[[str], str]
"""What was chosen or typed -> "" when it was kept, else the sentence that says why not."""


class Offer(NamedTuple):
    """One choice: what it is as one would type it, what it means, and its sign."""

    typed: str
    means: str = ""
    sign: str = ""


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
        begins: str = "",
    ) -> None:
        self.title, self.placeholder, self.enter, self.begins = title, placeholder, enter, f"offer:{begins}"
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
        typed, means, sign = item.data
        edge = f"  {sign}  " if sign else "  "
        return [(edge, "foreground"), (shown(typed), "foreground")], [(shown(means), "faint")]

    def pick(self, item: Item, query: str) -> str:
        """Keep it; without a choice, what is typed, which says why not."""
        if item.data is None and not query.strip():
            return "Choose one, or type it. esc leaves it as it is."
        return self._keep(item.data.typed if item.data else query)


def offered(office: Office, known: Known, keep: Keep) -> Offers:
    """What a setting may be: its values, or usual answers to click beside what is typed."""
    practice, now = office.practice, office.clock.now()

    def read(text: str) -> list[str]:
        try:
            return [known.word(settings.read(known, text, practice, now))]
        except OrganizerError:
            return []

    if known.values:
        is_now = known.of(practice)
        offers = [Offer(one, known.means.get(one, "as it is now" if one == is_now else "")) for one in known.values]
        return Offers(known.question, ", ".join(known.values[:3]), offers, lambda text: (), keep, begins=is_now)
    offers = [Offer(one, "".join(read(one))) for one in known.usual]
    is_now = next((one.typed for one in offers if one.means == known.said(practice)), "")
    example = ", ".join(known.usual[1:4]) if known.usual else "a word or two"
    return Offers(known.question, example, offers, read, keep, begins=is_now)


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

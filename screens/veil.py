"""The veil: while names are hidden, whoever is named in a text is drawn as three dots, wherever it is drawn.

There is one for the whole screen, laid over words where they become ink (screens/ink.py): pages, overlays and quiet
lines know nothing of it. What is kept and what is typed stays as it is.
"""

from __future__ import annotations

from collections.abc import Collection

KEPT = 4000
"""How many texts are remembered as they were drawn."""
LONG = 2000
"""Letters in one field from which on all of it is hidden: looking for people in it would hold up each key."""


class Veil:
    """Over nothing, until it is drawn."""

    def __init__(self) -> None:
        self.drawn = False
        self._mark = ""
        self._names: Collection[str] = ()
        self._over: dict[str, str] = {}
        self._typed = ("", "")

    def draw(self, drawn: bool, mark: str = "", names: Collection[str] = ()) -> None:
        """Draw it or take it away; `names` are words that stand for somebody here, `mark` is one dot."""
        self.drawn, self._mark, self._names = drawn, mark, names
        self._over.clear()
        self._typed = ("", "")

    def know(self, names: Collection[str]) -> None:
        """More words that stand for somebody."""
        if not set(names) <= set(self._names):
            self._names = {*self._names, *names}
            self._over.clear()
            self._typed = ("", "")

    def over(self, text: str) -> str:
        """The text with everybody in it hidden; never longer than it was."""
        if not self.drawn or not text:
            return text
        found = self._over.get(text)
        if found is None:
            if len(self._over) > KEPT:
                self._over.clear()
            found = self._over[text] = self._hidden(text, same=False)
        return found

    def whole(self, text: str) -> str:
        """The text in the place of a person: hidden whatever it says."""
        return self._dots(len(text)) if self.drawn and text else text

    def typed(self, text: str) -> str:
        """The text as a field shows it: with as many dots as there are letters, so that the cursor stays right."""
        if not self.drawn:
            return text
        if len(text) > LONG:
            return self._mark * len(text)
        if self._typed[0] != text:  # a field asks several times for each key
            self._typed = text, self._hidden(text, same=True)
        return self._typed[1]

    def _hidden(self, text: str, same: bool) -> str:
        from organizer.lint.people import people_in

        at, parts = 0, list[str]()
        for start, end in people_in(text, self._names):
            parts += [text[at:start], self._mark * (end - start) if same else self._dots(end - start)]
            at = end
        return "".join([*parts, text[at:]]) if parts else text

    def _dots(self, most: int) -> str:
        return self._mark * min(3, most)


VEIL = Veil()

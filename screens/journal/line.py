"""The writing line of the journal."""

from __future__ import annotations

from rich.style import Style

from organizer import capture, when
from organizer.capture import Draft
from screens.desk import Desk
from screens.ink import Part
from screens.journal.page import Journal
from screens.remark import instead, remark
from screens.widgets.field import Doc
from screens.widgets.writing_line import WritingLine

HINT, SHORT_HINT = "    o event   - note   ! idea   * priority", "    o event   - note   ! idea"


class JournalLine(WritingLine):
    """The line: dates, areas and signs are read from it, and said below."""

    of = "journal"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, coloring=self._colors)
        self.dates = True
        self._draft = Draft("")

    @property
    def page(self) -> Journal:
        """The journal."""
        page: Journal = super().page
        return page

    def draft(self) -> Doc:
        """What is typed, and whether dates are read in it."""
        return {**super().draft(), "dates": self.dates}

    def take_up(self, doc: Doc) -> None:
        """Go on there."""
        self.dates = bool(doc.get("dates", True))
        super().take_up(doc)

    def invites(self, width: int) -> str:
        """What it says while nothing is in it; where there is room, what may begin a line."""
        said = super().invites(width)
        more = next((words for words in (HINT, SHORT_HINT) if len(words) + len(self.page.leaf.hint) + 3 <= width), "")
        return f"{said}{more if self.page.leaf.lists else ''}"

    def pressed(self, key: str) -> bool:
        """Tab says whether dates are read, ctrl+r puts a code in the place of a name."""
        if key == "ctrl+r":
            instead(self.desk.office, self)
        elif key == "tab":
            self.dates = not self.dates
            self.read()
            self.refresh()
        return key in ("ctrl+r", "tab")

    def written(self, lines: list[str]) -> str:
        """On the page that is open."""
        from screens.journal.doing import write

        why = write(self.desk, lines, self.dates)
        self.dates = self.dates if why else True
        return why

    # -- reading

    def _colors(self, text: str) -> list[tuple[int, int, Style]]:
        if not text or not self.is_mounted:
            return []
        self._draft = self._parse(text)
        ink = self.desk.ink
        accent, gold = ink.style("accent", "surface"), ink.style("accent b", "surface")
        return [(s.start, s.end, gold if s.what == "signifier" else accent) for s in self._draft.spans]

    def _parse(self, text: str) -> Draft:
        practice = self.desk.office.practice
        return capture.read(
            text,
            self.desk.office.clock.now(),
            practice.areas_in_order(),
            day_first=practice.day_first,
            dates=self.dates,
            signs=practice.signs(),
        )

    def below(self) -> list[Part]:
        """What was read of it, or what is better not written here."""
        text = self.value
        if not text.strip():
            return []
        draft, now = self._parse(text), self.desk.office.clock.now()
        areas = self.desk.office.practice.areas
        said = [
            {"event": "an event", "note": "a note"}.get(draft.kind, "a task"),
            *draft.signifiers,
            when.say(draft.due, now, long=True) if draft.due else "some day" if draft.someday else "",
            areas[draft.area].name if draft.area in areas else "",
        ]
        found = remark(self.desk.office, text)
        if found:
            key: list[Part] = [("   ctrl+r", "accent b"), (" a code instead", "muted")] if found.kind == "name" else []
            return [(found.sentence, "muted"), *key]
        dot = f" {self.desk.ink.signs.dot} "
        words = dot.join(part for part in said if part)
        tab: list[Part] = [("   tab", "accent b"), (" not a date" if self.dates else " read the date", "muted")]
        return [(words, "muted"), *(tab if draft.due or draft.someday or not self.dates else [])]

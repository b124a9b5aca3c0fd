"""The writing line of the studio."""

from __future__ import annotations

from screens.ink import Part
from screens.remark import remark
from screens.studio.page import ThemePage
from screens.widgets.writing_line import WritingLine


class StudioLine(WritingLine):
    """The line: what looks like a client's information is remarked on below; all else is the stop's."""

    of = "theme"
    leaving = ("up", "shift+tab", "tab")

    @property
    def page(self) -> ThemePage:
        """The studio."""
        page: ThemePage = super().page
        return page

    def pressed(self, key: str) -> bool:
        """Tab leads nowhere from a line that has words in it."""
        return key == "tab"

    def written(self, lines: list[str]) -> str:
        """As the stop that is open has it."""
        return self.page.leaf.typed(self.desk, lines)

    def below(self) -> list[Part]:
        """What is better not written here, or what the stop says of it."""
        found = remark(self.desk.office, self.value) if self.page.leaf.own_words else None
        return [(found.sentence, "muted")] if found else self.page.leaf.below(self.value)

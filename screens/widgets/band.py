"""The band: the practitioner's own theme heads every screen, and grows on Today."""

from datetime import datetime
from typing import NamedTuple

from rich.cells import cell_len
from textual.strip import Strip

from organizer import when
from organizer.records import Theme
from screens.ink import Ink, Part, lettered, shown
from screens.page import Heading

UNNAMED = "your theme will hang here"


class Banner(NamedTuple):
    """What the band says; `hero` is Today's four rows, `opened` since when the office is open (ISO), "" when it is not;
    on wide screens the rail says that."""

    heading: Heading
    theme: Theme | None
    now: datetime
    hero: bool = False
    narrow: bool = False
    opened: str = ""


class Band:
    """One quiet row; on Today, where there is room, the theme as a banner. The canvas draws it above the page."""

    def __init__(self, ink: Ink, banner: Banner) -> None:
        self.ink = ink
        self.banner = banner

    def rows(self, width: int) -> list[Strip]:
        """Four rows for the banner, else one."""
        hero = self.banner.hero and not self.banner.narrow
        framed = hero and bool(self.banner.theme and self.banner.theme.frame not in ("", "none"))
        side: Part = (" " * ((4 if framed else 3) if width > 78 else 2), "band_foreground")
        if hero:
            return self._hero(width, side)
        return [self._small(width, side) if self.banner.narrow else self._line(width, side)]

    def _date(self, long: bool = True) -> str:
        return when.say_day(self.banner.now, short=not long)

    def _hero(self, width: int, side: Part) -> list[Strip]:
        ink, theme = self.ink, self.banner.theme
        date: list[Part] = [(self._date(), "band_foreground"), side]
        clock: list[Part] = [(when.say_time(f"{self.banner.now:%H:%M}"), "band_muted"), side]
        name: Part = (UNNAMED, "band_muted i")
        if theme:
            wide = lettered(theme.name)
            fits = cell_len(wide) < width - len(date[0][0]) - 10
            name = (wide if fits else shown(theme.name), "band_foreground b")
        words = (shown(theme.statement) if theme else "", "band_muted i")
        blank = ink.blank(width, "band")
        rows = [blank, ink.row(width, [side, name], date, "band"), ink.row(width, [side, words], clock, "band"), blank]
        if theme and theme.frame:
            from screens.studio.piece import hung

            return hung(ink, rows, theme.frame)
        return rows

    def _small(self, width: int, side: Part) -> Strip:
        theme = self.banner.theme
        name: Part = (shown(theme.name), "band_foreground b") if theme else (UNNAMED, "band_muted i")
        opened, sign = self.banner.opened, self.ink.signs.path_done
        said = f"{sign} open since {when.say_time(opened[11:16])}   " if opened else ""
        if width < 60 and opened:
            said = f"{sign} "
        right: list[Part] = [(said, "band_foreground"), (self._date(long=width >= 90), "band_muted"), side]
        return self.ink.row(width, [side, (f"{self.ink.signs.theme} ", "band_foreground"), name], right, "band")

    def _line(self, width: int, side: Part) -> Strip:
        heading, theme = self.banner.heading, self.banner.theme
        left: list[Part] = [
            side,
            (heading.title, "foreground b"),
            (f"   {heading.facts}" if heading.facts else "", "band_muted"),
        ]
        right: list[Part] = (
            [(f"{self.ink.signs.theme} {shown(theme.name)}", "band_foreground"), side]
            if theme
            else [(UNNAMED, "band_muted i"), side]
        )
        return self.ink.row(width, left, right, "band")

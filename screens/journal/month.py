"""The month: its tasks, the habits that are tracked, and looking back; beside it the calendar, a row a day."""

from __future__ import annotations

from textual.strip import Strip

from organizer import when
from organizer.commands.turning import QUESTIONS
from organizer.views.day import lines_of
from organizer.views.habits import HabitRow, habits, is_resting, weekday
from organizer.views.months import CalendarDay, calendar, counts, days_of
from organizer.views.naming import month_name, number_of
from organizer.words import count
from screens.desk import Desk
from screens.ink import Part, shown
from screens.journal.leaf import Leaf
from screens.journal.lines import sign_of
from screens.journal.side import WEEK
from screens.page import Hit
from screens.widgets.lane import Item

NAME = 19
"""Cells of a habit's name in front of its grid."""


class Month(Leaf):
    """Rows keyed "habit:ID", "habit:new" and "look" besides the lines; the days beside are keyed "page:day:..."."""

    @property
    def here(self) -> str:
        """The page of the month."""
        return f"month:{self.page.month}"

    @property
    def today(self) -> str:
        """Today as an ISO date."""
        return self.now.date().isoformat()

    def items(self) -> list[Item]:
        """Tasks, habits, looking back."""
        lines = lines_of(self.office.practice, self.here)
        back = [line for line in lines if line.entry.text.partition(":")[0] in QUESTIONS and line.entry.kind == "note"]
        rest = [line for line in lines if line not in back]
        title = month_name(self.page.month, self.now)
        items = self.head(title, self._counts())
        items += [Item(line.key, "line", line) for line in rest]
        if not rest:
            items.append(
                Item("", "quiet", f"Nothing on the page of {title} yet. What has a month and no day goes here.")
            )
        items += [*self.gap(), Item("", "grid head", None), Item("", "days", None)]
        rows = habits(self.office.practice, self.page.month, self.today)
        items += [Item(f"habit:{row.habit.id}", "habit", row) for row in rows]
        items.append(Item("habit:new", "new habit", None))
        if back or self.page.month <= self.today[:7]:
            items += self.gap() + self.head("Looking back", "")
            items += [Item(line.key, "line", line) for line in back]
            if len(back) < len(QUESTIONS):
                items.append(Item("look", "look", len(back)))
        return items

    def _counts(self) -> str:
        made = counts(self.office.practice, self.page.month)
        dot = self.ink.signs.dot
        parts = (count(made.written, "line"), f"{made.done} done", f"{made.moved} moved on", f"{made.let_go} let go")
        kept = [part for part, number in zip(parts, made, strict=True) if number]
        return f" {dot} ".join(kept[:2] if self.page.narrow else kept)

    def facts(self) -> str:
        """The number of the page."""
        number = number_of(self.office.practice, self.here)
        return f"page {number}" if number else "a fresh page"

    def page_at(self, key: str) -> str:
        """The month."""
        return self.here

    # -- drawing

    def draw(self, item: Item, width: int, focused: bool) -> list[Strip]:
        """Besides the usual: the grid of habits."""
        if item.kind == "grid head":
            return [self.row(width, [("  ", "faint"), ("Habits", "foreground b")], [], False)]
        if item.kind == "days":
            return [self._day_numbers(width)]
        if item.kind == "habit":
            return [self._habit(item.data, width, focused)]
        if item.kind == "new habit":
            words: Part = (f"something to track{self.ink.signs.ellipsis}", "faint i")
            return [self.row(width, [("  ", "faint"), ("+  ", "faint"), words], [], focused)]
        if item.kind == "look":
            left: list[Part] = [("  ", "faint"), (f"{self.ink.signs.step}  ", "accent")]
            question = f"{QUESTIONS[item.data]}{'?' if item.data < 2 else ''}"
            return [self.row(width, [*left, (question, "foreground b" if focused else "muted")], [], focused)]
        return super().draw(item, width, focused)

    @property
    def chosen(self) -> int:
        """The day of the grid that a tick is for, from 1."""
        size = len(days_of(self.page.month))
        today = int(self.today[8:]) if self.today[:7] == self.page.month else size
        return min(size, self.page.habit_day or today)

    def _day_numbers(self, width: int) -> Strip:
        size = len(days_of(self.page.month))
        numbers = "".join(str(day % 10) for day in range(1, size + 1))
        at = self.chosen - 1
        name = f"  {WEEK[weekday(self.page.month, self.chosen)]} {self.chosen}".ljust(NAME - 1)
        parts: list[Part] = [
            (name, "faint"),
            (numbers[:at], "faint"),
            (numbers[at], "accent b u"),
            (numbers[at + 1 :], "faint"),
        ]
        return self.row(width, parts, [], False)

    def _habit(self, row: HabitRow, width: int, focused: bool) -> Strip:
        signs = self.ink.signs
        shapes = {"x": (signs.path_done, "accent"), "s": (signs.dash, "muted"), "p": (" ", "faint"),
                  ".": (signs.grid if signs.grid.strip() else ".", "faint"), " ": (" ", "faint")}  # fmt: skip
        name = shown(row.habit.name)
        name = name if len(name) < NAME - 3 else name[: NAME - 4] + signs.ellipsis
        parts: list[Part] = [(f"  {name}".ljust(NAME - 1), "foreground b" if focused else "foreground")]
        for day, letter in enumerate(row.days, 1):
            sign, spec = shapes[letter]
            on = focused and day == self.chosen
            parts.append((signs.path_ahead if on and not sign.strip() else sign, f"{spec} u b" if on else spec))
        rests = "rests" if is_resting(row.habit) else ""
        score = row.score if width > NAME + 32 + 13 else row.score.removesuffix(" days").removesuffix(" day")
        return self.row(width, parts, [(rests or score, "muted")], focused)

    # -- beside: the calendar, a row a day

    def beside(self) -> list[Item]:
        """The days."""
        days = calendar(self.office.practice, self.page.month)
        name = month_name(self.page.month, self.now)
        after = [] if len(days) + 4 > self.page.screen_height else [Item("", "blank")]
        return [Item("", "cal", name), *after, *(Item(f"page:day:{day.date}", "day", day) for day in days)]

    def draw_beside(self, item: Item, width: int, focused: bool) -> list[Strip]:
        """A day with what is due on it."""
        ink = self.ink
        if item.kind == "cal":
            return [ink.row(width, [(" ", "faint"), ("Calendar", "foreground b")], [("[ earlier   ] on", "faint")])]
        if item.kind != "day":
            return [ink.blank(width)]
        day: CalendarDay = item.data
        number = int(day.date[8:])
        bar: Part = (ink.signs.focus if focused else " ", "accent")
        today = day.date == self.today
        spec = "accent b" if today else "foreground b" if focused else "muted" if day.busy else "faint"
        left: list[Part] = [bar, (f"{number:2} {WEEK[weekday(self.page.month, number)]}", spec), ("  ", "faint")]
        if day.due:
            first = day.due[0]
            time = f"{when.say_time(first.due or '')} " if len(first.due or "") > 10 else ""
            left += [(f"{sign_of(ink.signs, first)} ", "accent"), (f"{time}{shown(first.text)}", "foreground")]
        more = len(day.due) - 1
        right: list[Part] = (
            [(f"+{more} ", "faint")]
            if more > 0
            else [(f"{count(day.lines, 'line')} ", "faint")]
            if day.lines and not day.due
            else []
        )
        return [ink.row(width, left, right, "accent_soft" if focused else "background")]

    # -- acting

    def take(self, desk: Desk, id: str) -> bool:
        """On a habit space ticks, del stops, e names, p lets it rest; enter adds one, or looks back."""
        from screens.journal.tracking import on_habit, on_month

        return on_habit(desk, id) if self.page.item.key.startswith("habit:") else on_month(desk, id)

    def click(self, hit: Hit) -> str:
        """A cell of the grid is ticked where it is clicked."""
        if hit.lane == 0 and hit.kind == "habit" and NAME <= hit.column < NAME + len(days_of(self.page.month)):
            return f"tick:{hit.key.removeprefix('habit:')}:{hit.column - NAME + 1}"
        if hit.lane == 0 and hit.kind in ("new habit", "look"):
            return f"row:{hit.key}"
        if hit.lane == 1 and hit.kind == "day":
            return hit.key
        return ""

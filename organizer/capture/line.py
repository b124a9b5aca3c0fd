"""One line read word by word: its head, its marks, its date, its step."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from organizer.capture.draft import Draft, Span, clean
from organizer.capture.marks import ARROWS, KIND_SIGNS, MOST_MARKS, SIGNS, Mark, area_at, estimate_at, names_of
from organizer.records import Area, Repeat
from organizer.when import finding, words

_WHOLE = ("due", "repeat", "reminders", "someday", "step", "area", "estimate")
"""What is said by several words: those side by side are one span."""


def read(
    text: str,
    now: datetime,
    areas: Sequence[Area] = (),
    *,
    day_first: bool = False,
    dates: bool = True,
    signs: Mapping[str, str] = SIGNS,
) -> Draft:
    """The draft that a line makes; never raises. `dates` False leaves dates in the title, `signs` are the marks that
    may stand before it and what they mean.

    The title is empty when the line is, or is a date and nothing else; a line of nothing but marks is a title
    as it stands.
    """
    line = _Line(text, areas)
    line.read_head(signs)
    line.read_step_arrow()
    line.read_marks(line.first, line.arrow)
    if dates and line.kind != "note":
        line.read_date(line.first, line.arrow, now, day_first)
        line.read_someday(line.first, line.arrow)
    line.read_step_end(now, day_first, dates)
    return line.draft()


def lasting(said: Sequence[words.Word]) -> int | None:
    """How many minutes "from 2 to 3pm" lasts; None where no range was said."""
    if not any("-" in word.text or word.text in ("to", "and", "until", "till") for word in said):
        return None
    from organizer.when import ranges

    return ranges.minutes(said)


class _Line:
    """The line while it is read: its words, and what each was read as."""

    def __init__(self, text: str, areas: Sequence[Area]) -> None:
        self.text = clean(text)
        self.spots = words.spots(self.text)
        self.parts = [self.text[start:end] for start, end in self.spots]
        self.areas = areas
        self.names: dict[str, str] | None = None
        self.taken: dict[int, str] = {}
        self.kind, self.due, self.step = "task", "", ""
        self.first, self.arrow = 0, len(self.parts)
        self.area, self.tags, self.signifiers = "", dict[str, None](), dict[str, None]()
        self.estimate, self.dread = 0, 0
        self.repeat: Repeat | None = None
        self.reminders: tuple[str, ...] = ()
        self.someday = False

    def read_head(self, signs: Mapping[str, str]) -> None:
        """The kind and the signifiers before the first word."""
        kind = False
        while self.first < len(self.parts):
            part = self.parts[self.first]
            found = KIND_SIGNS.get(part if len(part) == 1 else part.lower())
            if found and not kind:
                self.kind, kind = found, True
                self.taken[self.first] = "kind"
            elif part in signs and signs[part] not in self.signifiers:
                self.signifiers[signs[part]] = None
                self.taken[self.first] = "signifier"
            else:
                return
            self.first += 1

    def read_step_arrow(self) -> None:
        """Where the step begins: an arrow with a title before it and something behind it."""
        if self.kind == "note":
            return
        for at in range(self.first + 1, len(self.parts) - 1):
            if self.parts[at] in ARROWS:
                self.arrow = at
                return

    def read_marks(self, first: int, after: int) -> None:
        """Take every mark between two words."""
        end = first
        for at in self.signs(first, after):
            mark = self.mark_at(at, after, at == first) if at >= end else None
            if mark is not None:
                self.take(mark)
                end = mark.after

    def signs(self, first: int, after: int) -> list[int]:
        """The words between two others that begin as a mark does; of very many those at either end."""
        found = [at for at in range(first, after) if self.parts[at][0] in "#~*!"]
        return found if len(found) <= 2 * MOST_MARKS else found[:MOST_MARKS] + found[-MOST_MARKS:]

    def take(self, mark: Mark) -> None:
        """Keep what a mark says."""
        for at in range(mark.first, mark.after):
            self.taken[at] = mark.what
        if mark.what == "area":
            self.area = str(mark.value)
        elif mark.what == "tag":
            self.tags[str(mark.value)] = None
        elif mark.what == "signifier":
            self.signifiers[str(mark.value)] = None
        elif mark.what == "estimate":
            self.estimate = int(mark.value)
        else:
            self.dread = int(mark.value)

    def mark_at(self, at: int, after: int, leading: bool) -> Mark | None:
        """The mark that begins at a word, or None; a second estimate, dread or area is none."""
        part = self.parts[at]
        sign = part[0]
        if sign == "#":
            return self.placed(
                area_at(self.parts[at : min(after, at + 3)], self.areas, self.area_names, bool(self.area)), at
            )
        if part == "*" or (part in ("!", "!!") and not leading):
            return Mark(at, at + 1, "signifier", "priority")
        if sign != "~" or self.kind == "note":
            return None
        if part in ("~", "~~", "~~~"):
            return None if self.dread else Mark(at, at + 1, "dread", len(part))
        return None if self.estimate else self.placed(estimate_at(self.parts[at : min(after, at + 2)]), at)

    @property
    def area_names(self) -> dict[str, str]:
        """The names of the areas, made when the first is asked for."""
        if self.names is None:
            self.names = names_of(self.areas)
        return self.names

    @staticmethod
    def placed(mark: Mark | None, at: int) -> Mark | None:
        """A mark that was read from a word on, where it stands in the line."""
        return mark and mark._replace(first=at, after=at + mark.after)

    def read_date(self, first: int, after: int, now: datetime, day_first: bool) -> None:
        """Take the date, or how it comes back, and the reminders out of the words that are still there."""
        left = [at for at in range(first, after) if at not in self.taken]
        line = finding.window(self.text, [self.spots[at] for at in left])
        found, asked = self.found_in(line, now, day_first, event=self.kind == "event")
        if found is None:
            return
        self.due = found.due
        self.estimate = self.estimate or lasting(found.words) or 0
        starts, reminding = {word.start for word in found.words}, {word.start for word in asked}
        for at in (*left[: finding.HEAD], *left[-finding.TAIL :]):
            start = self.spots[at][0]
            if start in starts or start in reminding:
                self.taken[at] = "reminders" if start in reminding else "repeat" if self.repeat else "due"

    def read_someday(self, first: int, after: int) -> None:
        """A task that ends with "someday" is for some day."""
        left = [at for at in range(first, after) if at not in self.taken]
        said = [self.parts[at].lower() for at in left[-3:]]
        size = 1 if said[-1:] == ["someday"] else 2 if said[-2:] == ["some", "day"] else 0
        if not size or len(left) <= size or self.kind != "task" or self.due or self.repeat:
            return
        if said[-size - 1] not in finding.BOUND:
            self.someday = True
            self.taken.update(dict.fromkeys(left[-size:], "someday"))

    def found_in(
        self, line: list[words.Word], now: datetime, day_first: bool, *, event: bool = False, split: bool = True
    ) -> tuple[finding.Found | None, tuple[words.Word, ...]]:
        """The date of some words or how they come back, and the words that ask for reminders of it."""
        if any(word.text.startswith("remind") for word in line):
            from organizer.when import leads

            asked = leads.find(line)
            behind = line[asked.after :] if asked else []
            rest = [*line[: asked.first], *behind] if asked else []
            found = self.dated(rest, now, day_first, event) or finding.scan(rest, now, day_first, split=split)
            if asked and found and all(word in found.words for word in behind):
                self.reminders = asked.reminders
                return found, tuple(line[asked.first : asked.after])
            self.repeat = None
        return self.dated(line, now, day_first, event) or finding.scan(
            line, now, day_first, event=event, split=split
        ), ()

    def dated(self, line: list[words.Word], now: datetime, day_first: bool, event: bool) -> finding.Found | None:
        """What the line says of how it comes back, and the first time it does."""
        if not finding.may_repeat(line):
            return None
        from organizer.when import repeat_line

        found = repeat_line.scan(line, now, day_first, event=event)
        if found is None:
            return None
        self.repeat = found.repeat
        return finding.Found(found.due, found.words)

    def read_step_end(self, now: datetime, day_first: bool, dates: bool) -> None:
        """Give the step its words, less the marks and the date that stand last."""
        first, end = self.arrow + 1, len(self.parts)
        if first > end:
            return
        marks = {mark.after: mark for mark in self.marks_between(first, end)}
        dated = not dates
        while end > first:
            if end in marks:
                self.take(marks[end])
                end = marks[end].first
            elif not dated:
                dated = True
                end = self.step_date(first, end, now, day_first)
            else:
                break
        if end == first:  # nothing but marks: there is no step, and the arrow stays in the title
            return
        for at in range(self.arrow, end):
            self.taken[at] = "step"
        self.step = " ".join(self.parts[first:end])

    def step_date(self, first: int, end: int, now: datetime, day_first: bool) -> int:
        """Where the step ends before a date that stands last in it; `end` when there is none."""
        if self.due or self.repeat:
            return end
        line = finding.window(self.text, self.spots[first:end])
        found, asked = self.found_in(line, now, day_first, split=False)
        said = sorted(((*found.words, *asked) if found else ()), key=lambda word: word.start)
        start = end - len(said)
        if found is None or start <= first or [word.start for word in said] != [s for s, _ in self.spots[start:end]]:
            self.repeat, self.reminders = None, ()
            return end
        self.due = found.due
        self.estimate = self.estimate or lasting(found.words) or 0
        for at in range(start, end):
            reminds = any(word.start == self.spots[at][0] for word in asked)
            self.taken[at] = "reminders" if reminds else "repeat" if self.repeat else "due"
        return start

    def marks_between(self, first: int, after: int) -> list[Mark]:
        """The marks between two words, none of them taken yet."""
        marks = list[Mark]()
        for at in self.signs(first, after):
            mark = self.mark_at(at, after, False) if not marks or at >= marks[-1].after else None
            if mark is not None:
                marks.append(mark)
        return marks

    def draft(self) -> Draft:
        """What was read. A line of nothing but marks is a title as it stands; one that is only a date has
        an empty title (whoever keeps it keeps the words)."""
        left = [part for at, part in enumerate(self.parts) if at not in self.taken]
        if not left and not set(self.taken.values()) <= {"due", "repeat", "reminders"}:
            return Draft(" ".join(self.parts))
        return Draft(
            " ".join(left),
            self.kind,
            self.due or None,
            self.area,
            self.estimate or None,
            self.dread,
            tuple(self.signifiers),
            self.step,
            tuple(self.tags),
            self.spans(),
            self.repeat,
            self.reminders,
            self.someday,
        )

    def spans(self) -> tuple[Span, ...]:
        """The words taken, those side by side and of one kind joined."""
        spans = list[Span]()
        before = -2
        for at in sorted(self.taken):
            what, (start, end) = self.taken[at], self.spots[at]
            if at == before + 1 and spans[-1].what == what and what in _WHOLE:
                spans[-1] = Span(spans[-1].start, end, what)
            else:
                spans.append(Span(start, end, what))
            before = at
        return tuple(spans)

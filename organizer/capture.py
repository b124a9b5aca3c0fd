"""Quick capture: one typed line becomes a draft of an entry, and is explained back.

    * call back Heron 7 tomorrow 10am #outreach ~15m -> look up the number

`o` or `event:` begins an event, `-` or `note:` a note; `!`, `*` and `?` before the text mark an idea, a
priority, something to look into; a `*`, `!` or `!!` standing alone later on marks a priority. `#` names an
area or a tag, `~20m` an estimate, `~` to `~~~` how dreaded it is, and `->` the first small step, which runs
to the end of the line but for marks and a date that stand last. A date stands at the end or the beginning.

Whatever is not understood stays in the title: every word of the line is in the title, in the step, or
under one of the spans. What comes back is said in the place of a date ("every friday 4pm").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from organizer.records import Area, Repeat
from organizer.when import finding, saying, words
from organizer.words import DREAD_WORDS

Spot = tuple[int, int]

KIND_SIGNS = {
    "o": "event",
    "\u25cb": "event",
    "event:": "event",
    "-": "note",
    "\u2013": "note",
    "note:": "note",
    "task:": "task",
    "\u2022": "task",
}
SIGNS = {"*": "priority", "!": "idea", "?": "investigate"}
ARROWS = ("->", "\u2192")
MOST_MARKS = 50

# Patterns are compiled when first used: most captures need none of them.
_ESTIMATE = r"~([0-9]{1,4}(?:\.[0-9]{1,2})?)(m|mins?|minutes?|h|hrs?|hours?)(?:([0-9]{1,2})(?:m|min)?)?"
_UNSAFE = r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff]"
_WHOLE = ("due", "repeat", "step", "area", "estimate")
"""What is said by several words: those side by side are one span."""
_NO_TAG = frozenset("#\"'`()[]{}<>|\\^*=~$%@!?")


class Span(NamedTuple):
    """Characters of the typed line that were read as something.

    `what` is kind, due, repeat, area, estimate, dread, signifier, step or tag.
    """

    start: int
    end: int
    what: str


class Draft(NamedTuple):
    """What a line would become: the fields of an entry that were read, and where they stand in the line.

    `due` is ISO, `area` the id of an area, `estimate` in minutes, `dread` 0 to 3. What comes back has a `repeat`,
    and is due when it first does.
    """

    text: str
    kind: str = "task"
    due: str | None = None
    area: str = ""
    estimate: int | None = None
    dread: int = 0
    signifiers: tuple[str, ...] = ()
    step: str = ""
    tags: tuple[str, ...] = ()
    spans: tuple[Span, ...] = ()
    repeat: Repeat | None = None


def read(text: str, now: datetime, areas: Sequence[Area] = (), *, day_first: bool = False, dates: bool = True) -> Draft:
    """The draft that a line makes; never raises. `dates` False leaves dates in the title.

    The title is empty when the line is, or is a date and nothing else; a line of nothing but marks is a title
    as it stands.
    """
    line = _Line(text, areas)
    line.read_head()
    line.read_step_arrow()
    line.read_marks(line.first, line.arrow)
    if dates and line.kind != "note":
        line.read_date(line.first, line.arrow, now, day_first)
    line.read_step_end(now, day_first, dates)
    return line.draft()


class _Mark(NamedTuple):
    """A mark in the line: the words from `first` up to `after`, what they are, and the value."""

    first: int
    after: int
    what: str
    value: str | int


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

    def read_head(self) -> None:
        """The kind and the signifiers before the first word."""
        kind = False
        while self.first < len(self.parts):
            part = self.parts[self.first]
            found = KIND_SIGNS.get(part if len(part) == 1 else part.lower())
            if found and not kind:
                self.kind, kind = found, True
                self.taken[self.first] = "kind"
            elif part in SIGNS and SIGNS[part] not in self.signifiers:
                self.signifiers[SIGNS[part]] = None
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

    def take(self, mark: _Mark) -> None:
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

    def mark_at(self, at: int, after: int, leading: bool) -> _Mark | None:
        """The mark that begins at a word, or None; a second estimate, dread or area is none."""
        part = self.parts[at]
        sign = part[0]
        if sign == "#":
            return self.area_at(at, after)
        if part == "*" or (part in ("!", "!!") and not leading):
            return _Mark(at, at + 1, "signifier", "priority")
        if sign != "~" or self.kind == "note":
            return None
        if part in ("~", "~~", "~~~"):
            return None if self.dread else _Mark(at, at + 1, "dread", len(part))
        return None if self.estimate else self.estimate_at(at, after)

    def area_at(self, at: int, after: int) -> _Mark | None:
        """`#front door`, `#accounting`, `#acc`, or a tag."""
        if self.names is None:
            self.names = _names(self.areas)
        for count in (3, 2, 1):
            if at + count <= after and not self.area:
                found = self.names.get(_plain(" ".join(self.parts[at : at + count])[1:]))
                if found:
                    return _Mark(at, at + count, "area", found)
        word = self.parts[at][1:].rstrip(",.;:")
        if not word[:1].isalpha() or not _NO_TAG.isdisjoint(word):
            return None
        begun = {area.id for area in self.areas if len(word) > 2 and _plain(area.id).startswith(_plain(word))}
        if len(begun) == 1 and not self.area:
            return _Mark(at, at + 1, "area", begun.pop())
        return _Mark(at, at + 1, "tag", word)

    def estimate_at(self, at: int, after: int) -> _Mark | None:
        """`~20m`, `~1h30`, `~1.5h`, `~90 min`: 1 to 6000 minutes."""
        for count in (2, 1):
            if at + count > after:
                continue
            found = re.fullmatch(_ESTIMATE, "".join(self.parts[at : at + count]).rstrip(",.;").lower())
            if found is None or (count == 2 and self.parts[at + 1][0] not in "mMhH" and not found[3]):
                continue
            if found[3] and found[2][0] in "mM":
                continue
            long = 60 if found[2][0] in "hH" else 1
            minutes = round(float(found[1]) * long) + int(found[3] or 0)
            if 1 <= minutes <= 6000:
                return _Mark(at, at + count, "estimate", minutes)
        return None

    def read_date(self, first: int, after: int, now: datetime, day_first: bool) -> None:
        """Take the date, or how it comes back, out of the words that are still there."""
        left = [at for at in range(first, after) if at not in self.taken]
        line = finding.window(self.text, [self.spots[at] for at in left])
        event = self.kind == "event"
        found = self.dated(line, now, day_first, event) or finding.scan(line, now, day_first, event=event)
        if found is None or self.due:
            return
        self.due = found.due
        starts = {word.start for word in found.words}
        for at in (*left[: finding.HEAD], *left[-finding.TAIL :]):
            if self.spots[at][0] in starts:
                self.taken[at] = "repeat" if self.repeat else "due"

    def dated(self, line: list[words.Word], now: datetime, day_first: bool, event: bool) -> finding.Found | None:
        """What the line says of how it comes back, and the first time it does."""
        if self.due or not finding.may_repeat(line):
            return None
        from organizer.when import repeating

        found = repeating.scan(line, now, day_first, event=event)
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
        line = finding.window(self.text, self.spots[first:end])
        if self.due:
            return end
        found = self.dated(line, now, day_first, False) or finding.scan(line, now, day_first, split=False)
        start = next((at for at in range(end - 1, first, -1) if found and self.spots[at][0] == found.words[0].start), 0)
        if found is None or not start or found.words[-1].end != self.spots[end - 1][1]:
            self.repeat = None
            return end
        self.due = found.due
        for at in range(start, end):
            self.taken[at] = "repeat" if self.repeat else "due"
        return start

    def marks_between(self, first: int, after: int) -> list[_Mark]:
        """The marks between two words, none of them taken yet."""
        marks = list[_Mark]()
        for at in self.signs(first, after):
            mark = self.mark_at(at, after, False) if not marks or at >= marks[-1].after else None
            if mark is not None:
                marks.append(mark)
        return marks

    def draft(self) -> Draft:
        """What was read. A line of nothing but marks is a title as it stands; one that is only a date has
        an empty title (whoever keeps it keeps the words)."""
        left = [part for at, part in enumerate(self.parts) if at not in self.taken]
        if not left and not set(self.taken.values()) <= {"due", "repeat"}:
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


def clean(text: str) -> str:
    """Text that is safe to show, of the same length: control characters as their pictures, lone surrogates U+FFFD."""
    return text if text.isprintable() else re.sub(_UNSAFE, _shown, text)


def _shown(found: re.Match[str]) -> str:
    code = ord(found[0])
    if code == 127:
        return "\u2421"
    return chr(0x2400 + code) if code < 32 else "\ufffd"


def _plain(name: str) -> str:
    """A name of an area as it is compared: lower case, hyphens as spaces, without what a sentence puts behind it."""
    return name.lower().replace("-", " ").replace("_", " ").rstrip(",.;:")


def _names(areas: Sequence[Area]) -> dict[str, str]:
    """Area ids by everything an area may be called; an id comes before a name, a name before an alias."""
    names = {_plain(alias): area.id for area in areas for alias in area.aliases}
    names.update((_plain(area.name), area.id) for area in areas)
    names.update((_plain(area.id), area.id) for area in areas)
    names.pop("", None)
    return names


def explain(draft: Draft, now: datetime, areas: Sequence[Area]) -> list[tuple[str, str]]:
    """What was read, as (label, value) lines for people: only what was read, the title first."""
    kind = {"event": "an event", "note": "a note"}.get(draft.kind, "a task")
    named = {area.id: area.name or area.id for area in areas}
    marks = {name: sign for sign, name in SIGNS.items()}
    lines = (
        (kind, draft.text),
        ("when", saying.say(draft.due, now, long=True) if draft.due else ""),
        ("repeats", _repeats(draft.repeat) if draft.repeat else ""),
        ("area", named.get(draft.area, draft.area)),
        ("takes", _length(draft.estimate or 0)),
        ("mark", ", ".join(f"{marks.get(name, '')} {name}".strip() for name in draft.signifiers)),
        ("first", draft.step),
        ("dread", DREAD_WORDS[draft.dread] if 0 < draft.dread < len(DREAD_WORDS) else ""),
        ("tag", ", ".join(draft.tags)),
    )
    return [line for line in lines if line[1]]


def _repeats(repeat: Repeat) -> str:
    from organizer.repeat import explain

    return explain(repeat)


def _length(minutes: int) -> str:
    """Minutes as people say them: "15 minutes", "1 hour 30 minutes"."""
    parts = ((minutes // 60, "hour"), (minutes % 60, "minute"))
    return " ".join(f"{count} {unit}{'' if count == 1 else 's'}" for count, unit in parts if count)

"""The budgets: what is measured, beside what, and how many times as long it may take. One function per measurement."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from organizer.clock import from_environment
from tests.bench import measure, programs, starting, store, years
from tests.bench.measure import NotMeasured, Size, Values, median, p95, ratio
from tests.bench.programs import Program

MANY = 10_000  # open entries
TEN_YEARS = -1
"""Instead of a number of open entries: 30,000 tasks, about 1,000 of them open, and 60,000 lines of the journal."""


def where(entries: int) -> str:
    """What a home holds, in words."""
    return "ten years" if entries == TEN_YEARS else f"{entries:,} open entries"


class Line(NamedTuple):
    """One figure: which budget it belongs to, what, ours and theirs (with a unit), the ratio and its limit.

    Where there is no ratio, `over` says by itself whether the budget is kept.
    """

    number: int
    what: str
    ours: str
    theirs: str
    ratio: float | None
    limit: float
    over: bool | None = None

    @property
    def verdict(self) -> str:
        """For people: nothing here ever fails."""
        if self.ratio is None and self.over is None:
            return "not measured"
        if not self.limit and self.over is None:
            return ""
        return "over" if (self.over if self.ratio is None else self.ratio > self.limit) else "within"


@dataclass
class Bench:
    """What a measurement needs to know. `itself` measures the references against themselves."""

    folder: Path
    size: Size = (120, 36)
    quick: bool = False
    itself: bool = False
    homes: dict[int, Path] = field(default_factory=dict)

    def count(self, full: int, quick: int) -> int:
        """How often, given the patience."""
        return quick if self.quick else full

    def ours(self, program: Program, reference: Program) -> Program:
        """The program to measure: the app, unless the references are to be tried on themselves."""
        return reference if self.itself else program

    def home(self, entries: int) -> Path:
        """A home with so many open entries, or with ten years, made on first use; `NotMeasured` if it cannot be
        filled."""
        if entries == TEN_YEARS and entries not in self.homes:
            self.homes[entries] = self.folder / "home-ten-years"
            if not self.itself:
                years.fill(self.homes[entries], from_environment().now())
        if entries not in self.homes:
            home = self.folder / f"home-{entries}"
            trouble = "" if self.itself else programs.fill(home, entries)
            if trouble:
                raise NotMeasured(trouble)
            self.homes[entries] = home
        return self.homes[entries]


def line(number: int, what: str, ours: Values, theirs: Values, limit: float, unit: str = "ms") -> Line:
    """Medians, and the median ratio of the pairs."""
    return Line(number, what, figure(median(ours), unit), figure(median(theirs), unit), ratio(ours, theirs), limit)


def _p95_line(number: int, what: str, ours: Values, theirs: Values, limit: float) -> Line:
    """The ratio of the 95th percentiles."""
    one, other = p95(ours), p95(theirs)
    times = one / other if one is not None and other else None
    return Line(number, what, figure(one, "ms"), figure(other, "ms"), times, limit)


def figure(value: float | None, unit: str) -> str:
    """A number with its unit, three digits at least."""
    return "-" if value is None else f"{value:,.{0 if value >= 100 else 1 if value >= 10 else 2}f} {unit}"


def startup(bench: Bench) -> Iterator[Line]:
    """Budgets 1, 2, 14 and 15, with an empty home and a full one."""
    for entries in (0, TEN_YEARS, MANY):
        home = where(entries)
        reference = programs.bare_static()
        app = bench.ours(programs.app(bench.home(entries)), reference)
        one, other = measure.starts(app, reference, bench.size, bench.count(15, 5))
        yield line(1, f"start to Today ready, {home}", [r.ready for r in one], [r.ready for r in other], 1.2)
        yield line(2, f"start to still, {home}", [r.still for r in one], [r.still for r in other], 1.35)
        yield line(2, "the same, processor time", [r.spent for r in one], [r.spent for r in other], 1.35)
        yield line(14, f"peak memory, {home}", [r.peak for r in one], [r.peak for r in other], 1.6, "MiB")
        yield line(15, f"leaving, {home}", [r.leaving for r in one], [r.leaving for r in other], 0.2)


def start_sealed(bench: Bench) -> Iterator[Line]:
    """Budget 3."""
    reference = programs.bare_static()
    app = reference if bench.itself else starting.sealed(bench.home(TEN_YEARS), bench.folder / "sealed")
    one, other = measure.starts(app, reference, bench.size, bench.count(15, 5))
    what = "start to Today ready, sealed, ten years, less the key derivation"
    yield line(3, what, [r.ready for r in one], [r.ready for r in other], 1.4)
    yield line(3, "the same, processor time until still", [r.spent for r in one], [r.spent for r in other], 1.4)


def start_after_a_crash(bench: Bench) -> Iterator[Line]:
    """Budgets 18 and 20."""
    if not bench.itself:
        one, other = starting.replayed(bench.home(TEN_YEARS), bench.folder, bench.size, bench.count(25, 7))
        what = f"start after a crash, {starting.CHANGES:,} changes to replay, beside a clean start"
        yield line(18, what, [r.ready for r in one], [r.ready for r in other], 1.05)
        yield line(18, "the same, processor time until still", [r.spent for r in one], [r.spent for r in other], 1.05)
    yield Line(20, "start with a resident process: there is none", "-", "-", None, 0.35)


def cursor(bench: Bench) -> Iterator[Line]:
    """Budget 4, on Today and on the Board."""
    for name, page in (("Today", programs.TODAY), ("Board", programs.BOARD)):
        reference = programs.bare_scroll()
        app = bench.ours(programs.app(bench.home(MANY), (page,), programs.WALK), reference)
        one, other = measure.keys(app, reference, bench.size, bench.count(150, 40))
        ours, theirs = [a.cell for a in one], [a.cell for a in other]
        yield line(4, f"cursor key on {name}", ours, theirs, 1.2)
        yield _p95_line(4, f"cursor key on {name}, p95", ours, theirs, 1.3)
        yield line(4, f"cursor key on {name}, bytes", [a.size for a in one], [a.size for a in other], 1.5, "bytes")


def cursor_everywhere(bench: Bench) -> Iterator[Line]:
    """Budget 4, on every page with ten years in the vault. What follows the cursor is drawn when it rests: where that
    is more than a third of what a key alone sends, it has lines of its own."""
    for name, before in programs.PLACES.items():
        reference = programs.bare_scroll()
        app = bench.ours(programs.app(bench.home(TEN_YEARS), before, programs.SHORT_WALK), reference)
        one, other = measure.keys(app, reference, bench.size, bench.count(100, 30))
        what = f"cursor key on {name}, ten years"
        ours, theirs = [a.cell for a in one], [a.cell for a in other]
        yield line(4, what, ours, theirs, 1.2)
        yield _p95_line(4, f"{what}, p95", ours, theirs, 1.3)
        yield line(4, f"{what}, bytes", [a.size for a in one], [a.size for a in other], 1.5, "bytes")
        whole = measure.rested(app, bench.size)
        if (median([a.size for a in whole]) or 0) > 1.33 * (median([a.size for a in one]) or 0):
            beside = other[: len(whole)]
            said = f"{what}, with what follows when it rests"
            yield line(4, f"{said}, bytes", [a.size for a in whole], [a.size for a in beside], 0, "bytes")
            yield line(4, f"{said}, to the last byte", [a.last for a in whole], [a.last for a in beside], 0)


def scrolling(bench: Bench) -> Iterator[Line]:
    """Budget 4 where the key scrolls all that is in sight: on the Board a screenful of 10,000 down and up."""
    reference = programs.bare_scroll()._replace(keys=programs.TURN)
    app = bench.ours(programs.app(bench.home(MANY), (programs.BOARD,), programs.TURN), reference)
    one, other = measure.keys(app, reference, bench.size, bench.count(60, 20))
    yield line(4, "a screenful down on Board, to the last byte", [a.last for a in one], [a.last for a in other], 1.2)


def held_down(bench: Bench) -> Iterator[Line]:
    """Budget 5."""
    reference = programs.bare_scroll()
    app = bench.ours(programs.app(bench.home(MANY), (programs.BOARD,), reference.keys), reference)
    one, other = measure.held(app, reference, bench.size, bench.count(300, 100))
    yield _p95_line(5, "cursor key held down on Board, p95", one, other, 0.4)


def page_switch(bench: Bench) -> Iterator[Line]:
    """Budget 6."""
    reference = programs.bare_scroll()
    app = bench.ours(programs.app(bench.home(MANY), (), (programs.BOARD, programs.TODAY)), reference)
    one, other = measure.keys(app, reference, bench.size, bench.count(60, 20))
    what = "page switch to the last byte, beside a cursor key"
    yield line(6, what, [a.last for a in one], [a.last for a in other], 4)


def typing(bench: Bench) -> Iterator[Line]:
    """Budget 7: the letter and all that is read from it."""
    reference = programs.bare_input(1)
    app = bench.ours(programs.app(bench.home(MANY), (programs.CATCH,), programs.WORD, programs.TYPED), reference)
    one, other = measure.keys(app, reference, bench.size, bench.count(100, 30))
    yield line(7, "a letter in catch it, until it shows", [a.cell for a in one], [a.cell for a in other], 1.5)
    yield line(7, "the same, to the last byte", [a.last for a in one], [a.last for a in other], 1.5)


def finding(bench: Bench) -> Iterator[Line]:
    """Budget 8: the letter and the matches."""
    reference = programs.bare_input(MANY)
    app = bench.ours(programs.app(bench.home(MANY), (programs.FIND,), programs.WORD, programs.TYPED), reference)
    one, other = measure.keys(app, reference, bench.size, bench.count(100, 30))
    what = f"a letter in find, {MANY:,} titles, until it shows"
    yield line(8, what, [a.cell for a in one], [a.cell for a in other], 1.5)
    yield line(8, "the same, to the last byte", [a.last for a in one], [a.last for a in other], 1.5)


def catching(bench: Bench) -> Iterator[Line]:
    """Budget 9: the last byte after Enter; the app syncs before it draws."""
    for entries in (TEN_YEARS, MANY):
        reference = programs.bare_scroll()
        steps = (programs.CATCH, programs.LINE, programs.KEEP)
        app = bench.ours(programs.app(bench.home(entries), (), steps, programs.LINE), reference)
        one, other = measure.keys(app, reference, bench.size, bench.count(90, 30))
        enter = [(a.last, b.last) for n, (a, b) in enumerate(zip(one, other, strict=True)) if n % 3 == 2]
        what = f"Enter in catch it until on screen, {where(entries)}"
        yield line(9, what, [a for a, _ in enter], [b for _, b in enter], 3)


def shell_add(bench: Bench) -> Iterator[Line]:
    """Budget 10."""
    for entries in (0, TEN_YEARS, MANY):
        yield from _whole(bench, 10, entries, programs.ADD, f"`organizer add`, {where(entries)}", 4)


def shell_today(bench: Bench) -> Iterator[Line]:
    """Budget 11."""
    for entries in (TEN_YEARS, MANY):
        yield from _whole(bench, 11, entries, programs.LIST, f"`organizer today --json`, {where(entries)}", 5)


def _whole(bench: Bench, number: int, entries: int, verb: tuple[str, ...], what: str, limit: float) -> Iterator[Line]:
    """A whole process beside the shortest one, by the clock and by the processor's time."""
    command, env = programs.shell(bench.home(entries), *verb)
    reference = programs.nothing()
    one, other = measure.processes(reference if bench.itself else command, env, reference, bench.count(25, 9))
    yield line(number, what, [run.took for run in one], [run.took for run in other], limit)
    yield line(number, "the same, processor time", [run.spent for run in one], [run.spent for run in other], limit)


def agent(bench: Bench) -> Iterator[Line]:
    """Budget 17: one pass with nothing due, the timer's 60 passes in an hour, and the agent that stays."""
    yield from _whole(bench, 17, TEN_YEARS, programs.REMIND, "`organizer remind`, nothing due", 3)
    if bench.itself:
        return
    command, env = programs.shell(bench.home(TEN_YEARS), *programs.REMIND)
    hour = 60 * statistics.median(measure.whole(command, env).spent for _ in range(bench.count(25, 9))) / 1000
    yield Line(17, "the same every minute, processor of an hour", f"{hour:.1f} s", "2 s", None, 0, hour > 2)
    command, env = programs.shell(bench.home(TEN_YEARS), *programs.WATCH)
    held, hour = measure.resident(command, env, bench.count(120, 30))
    over = None if held is None else held > 20
    yield Line(17, "`organizer remind --watch`, memory", figure(held, "MiB"), "20 MiB", None, 0, over)
    yield Line(17, "the same, processor of an hour", f"{hour:.1f} s", "2 s", None, 0, hour > 2)


def durable(bench: Bench) -> Iterator[Line]:
    """Budget 12."""
    for entries in (0, MANY):
        folder = bench.folder / f"store-{entries}"
        one, other = store.changes(folder, entries, bench.count(300, 100), itself=bench.itself)
        yield line(12, f"one durable change, {entries:,} entries", one, other, 2)


def idle(bench: Bench) -> Iterator[Line]:
    """Budget 16: no ratio, but a share of a processor and silence."""
    app = bench.ours(programs.app(bench.home(MANY)), programs.bare_scroll())
    seconds = 30.0 if not bench.quick else 10.0
    found = measure.left_alone(app, bench.size, seconds)
    share = "-" if found.share is None else f"{found.share:.2%}"
    over = None if found.share is None else found.share > 0.002
    yield Line(16, f"idle, processor over {seconds:.0f} s", share, "0.20%", None, 0, over)
    yield Line(16, f"idle, bytes over {seconds:.0f} s", f"{found.bytes:.0f} /s", "0 /s", None, 0, found.bytes > 0)


def archive(bench: Bench) -> Iterator[Line]:
    """Budgets 8, 13 and 14 while and after the whole archive is read in find, and 19."""
    home, reference = bench.home(TEN_YEARS), programs.bare_input(MANY * 3)
    if bench.itself:
        return
    app = programs.app(home, programs.READ_ALL, programs.WORD, programs.TYPED)
    during, after, other, peak = measure.while_reading(app, reference, bench.size, bench.count(60, 30))
    yield line(13, "a letter in find while ten years are read, until it shows", during, other, 3)
    worst = max((value for value in during if value is not None), default=None)
    yield Line(13, "the slowest of them", figure(worst, "ms"), "50 ms", None, 0, None if worst is None else worst > 50)
    yield line(8, f"a letter in find, ten years, beside {MANY * 3:,} titles", after, other, 1.5)
    static = [run.peak for run in measure.starts(programs.bare_static(), programs.bare_static(), bench.size, 2)[0]]
    yield line(14, "peak memory, ten years all read", [peak] * 2, static, 3, "MiB")
    size, plain = years.disk(home)
    yield line(19, "disk, ten years, beside the JSON of the records", [size], [plain], 1.3, "MB")


MEASUREMENTS: tuple[tuple[tuple[int, ...], Callable[[Bench], Iterator[Line]]], ...] = (
    ((1, 2, 14, 15), startup),
    ((3,), start_sealed),
    ((18, 20), start_after_a_crash),
    ((4,), cursor),
    ((4,), cursor_everywhere),
    ((4,), scrolling),
    ((5,), held_down),
    ((6,), page_switch),
    ((7,), typing),
    ((8,), finding),
    ((9,), catching),
    ((10,), shell_add),
    ((11,), shell_today),
    ((17,), agent),
    ((12,), durable),
    ((13, 8, 14, 19), archive),
    ((16,), idle),
)

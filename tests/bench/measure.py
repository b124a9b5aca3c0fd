"""Measuring in pairs: both programs in turn, in an order that flips, so that the machine's moods fall on both alike."""

from __future__ import annotations

import os
import random
import re
import resource
import statistics
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import NamedTuple, TypeVar

from tests.bench.programs import ROOT, Program
from tests.bench.pty_run import Answer, Terminal, clean_environment

T = TypeVar("T")
Size = tuple[int, int]
Values = Sequence[float | None]


class NotMeasured(Exception):
    """Why there is no figure, in words for people."""


class Run(NamedTuple):
    """One start of a program: ms to ready, to still, and from quit to gone; peak memory in MiB; ms of processor time
    until it was still, which other work on the machine blurs less."""

    ready: float | None
    still: float | None
    leaving: float | None
    peak: float | None
    spent: float | None = None


class Idle(NamedTuple):
    """A program left alone: share of one processor (0 to 1) and bytes written a second."""

    share: float | None
    bytes: float


def median(values: Values) -> float | None:
    """The middle one of those there are."""
    known = [value for value in values if value is not None]
    return statistics.median(known) if known else None


def p95(values: Values) -> float | None:
    """The one that 95 in 100 do not exceed."""
    known = sorted(value for value in values if value is not None)
    return known[min(len(known) - 1, int(len(known) * 0.95))] if known else None


def ratio(ours: Values, theirs: Values) -> float | None:
    """Median of the ratios of the pairs."""
    return median([one / other for one, other in zip(ours, theirs, strict=True) if one is not None and other])


def in_turn(count: int, ours: Callable[[], T], theirs: Callable[[], T]) -> Iterator[tuple[T, T]]:
    """`count` pairs; every second one is run the other way round."""
    for number in range(count):
        if number % 2:
            second, first = theirs(), ours()
        else:
            first, second = ours(), theirs()
        yield first, second


def opened(program: Program, size: Size) -> tuple[Terminal, Run]:
    """The program started and ready, or `NotMeasured` with what it showed instead."""
    terminal = Terminal(program.command, size, program.env, ROOT)
    started = terminal.start(program.ready)
    if started.ready is None:
        shown = [line.strip() for line in terminal.emulator.text().splitlines() if line.strip()]
        terminal.stop(())
        raise NotMeasured(f"never showed {program.ready!r}; its last line: {(shown or ['nothing'])[-1][:100]!r}")
    return terminal, Run(started.ready, started.still, None, None)


def start_once(program: Program, size: Size) -> Run:
    """Start it, leave it."""
    terminal, run = opened(program, size)
    spent, peak = terminal.cpu(), terminal.peak()
    spent = None if spent is None else spent * 1000
    return run._replace(peak=peak, spent=spent, leaving=terminal.stop(program.quit))


def starts(ours: Program, theirs: Program, size: Size, count: int) -> tuple[list[Run], list[Run]]:
    """`count` starts of each, after one of each that does not count."""
    pairs = list(in_turn(count + 1, lambda: start_once(ours, size), lambda: start_once(theirs, size)))[1:]
    return [one for one, _ in pairs], [other for _, other in pairs]


def keys(ours: Program, theirs: Program, size: Size, count: int) -> tuple[list[Answer], list[Answer]]:
    """Both alive at once, `count` single keys to each; the first round of keys does not count."""
    warm = len(ours.keys)
    found: tuple[list[Answer], list[Answer]] = ([], [])
    proved = [not ours.proof, not theirs.proof]
    with ExitStack() as stack:
        live = [stack.enter_context(ready_for_keys(program, size)) for program in (ours, theirs)]
        for number in range(count + warm):
            time.sleep(random.uniform(0, 0.017))  # never in step with a frame timer
            for which, (terminal, program) in enumerate(zip(live, (ours, theirs), strict=True)):
                found[which].append(terminal.key(program.keys[number % len(program.keys)]))
                proved[which] = proved[which] or terminal.shows(program.proof)
        for terminal, program in zip(live, (ours, theirs), strict=True):
            terminal.stop(program.quit)
    unanswered = sum(answer.cell is None for answer in found[0][warm:])
    if not all(proved) or unanswered > count / 4:
        raise NotMeasured(f"the keys do not do what they should: {unanswered} of {count} changed nothing")
    return found[0][warm:], found[1][warm:]


def rested(program: Program, size: Size) -> list[Answer]:
    """A round of its keys, each with all that follows it once the cursor has come to rest."""
    with ready_for_keys(program, size) as terminal:
        found = [terminal.key(key, quiet=0.3) for key in program.keys * 2]
        terminal.stop(program.quit)
    return found[len(program.keys) :]


def while_reading(
    ours: Program, theirs: Program, size: Size, count: int
) -> tuple[list[float | None], list[float | None], list[float | None], float | None]:
    """Keys to a program that has just begun to read much, and once it has read it; the other's; and its peak memory."""
    with ExitStack() as stack:
        one, other = (stack.enter_context(ready_for_keys(program, size)) for program in (ours, theirs))
        one.key("enter", quiet=0.001)  # the row that says so
        during = [one.key(ours.keys[number % len(ours.keys)]).cell for number in range(count)]
        one.idle(3.0)
        beside = [other.key(theirs.keys[number % len(theirs.keys)]).cell for number in range(count)]
        after = [one.key(ours.keys[number % len(ours.keys)]).cell for number in range(count)]
        peak = one.peak()
        for terminal, program in ((one, ours), (other, theirs)):
            terminal.stop(program.quit)
        return during, after, beside, peak


def ready_for_keys(program: Program, size: Size) -> Terminal:
    """The program started, with the keys pressed that lead to where it is measured."""
    terminal, _ = opened(program, size)
    for key in program.before:
        terminal.key(key, quiet=0.2)
    return terminal


def held(ours: Program, theirs: Program, size: Size, count: int) -> tuple[list[float], list[float]]:
    """Keys held down, 10 ms apart, in runs of 20 to each in turn; ms to each answer."""
    with ExitStack() as stack:
        live = [stack.enter_context(ready_for_keys(program, size)) for program in (ours, theirs)]
        waits: tuple[list[float], list[float]] = ([], [])
        for number in range(max(1, count // 20)):
            for terminal, program, kept in zip(live, (ours, theirs), waits, strict=True):
                kept += terminal.hold(program.keys[number % len(program.keys)], 20, 0.010)
        for terminal, program in zip(live, (ours, theirs), strict=True):
            terminal.stop(program.quit)
    return waits


class Whole(NamedTuple):
    """A whole process: ms from start to end, and ms of processor time."""

    took: float
    spent: float


def whole(command: Sequence[str], env: Mapping[str, str]) -> Whole:
    """A whole process from start to end; `NotMeasured` if it fails."""
    quiet = subprocess.DEVNULL
    before = _spent()
    start = time.perf_counter()
    child = subprocess.Popen(
        command, stdin=quiet, stdout=quiet, stderr=subprocess.PIPE, env=clean_environment(env), cwd=ROOT
    )
    assert child.stderr
    said = child.stderr.read().decode(errors="replace").strip()
    code = child.wait(120)
    took = (time.perf_counter() - start) * 1000
    child.stderr.close()
    if code:
        raise NotMeasured(f"ended with {code}: {(said or 'no word').splitlines()[-1][:100]}")
    return Whole(took, _spent() - before)


def _spent() -> float:
    """ms of processor time of all processes that were waited for."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (used.ru_utime + used.ru_stime) * 1000


def resident(command: Sequence[str], env: Mapping[str, str], seconds: float) -> tuple[float | None, float]:
    """A process that stays, left alone: MiB that it holds, None where the system does not say; and seconds of processor
    time in an hour."""
    quiet = subprocess.DEVNULL
    child = subprocess.Popen(command, stdin=quiet, stdout=quiet, stderr=quiet, env=clean_environment(env), cwd=ROOT)
    status, ticks = Path(f"/proc/{child.pid}"), os.sysconf("SC_CLK_TCK")
    try:
        time.sleep(5)
        before = _ticks(status)
        time.sleep(seconds)
        used = (_ticks(status) - before) / ticks
        held = re.search(r"VmRSS:\s+(\d+)", (status / "status").read_text())
    except OSError:
        raise NotMeasured("the system does not say what a process takes") from None
    finally:
        child.terminate()
        child.wait(10)
    return int(held[1]) / 1024 if held else None, used * 3600 / seconds


def _ticks(status: Path) -> int:
    user, system = (status / "stat").read_text().rpartition(")")[2].split()[11:13]
    return int(user) + int(system)


def processes(
    ours: Sequence[str], env: Mapping[str, str], theirs: Sequence[str], count: int
) -> tuple[list[Whole], list[Whole]]:
    """`count` whole processes of each, after one of each that does not count."""
    pairs = list(in_turn(count + 1, lambda: whole(ours, env), lambda: whole(theirs, env)))[1:]
    return [one for one, _ in pairs], [other for _, other in pairs]


def left_alone(program: Program, size: Size, seconds: float) -> Idle:
    """What it does while nobody does anything."""
    with ready_for_keys(program, size) as terminal:
        terminal.idle(4.0)  # what is done once, half a second after opening, is over by then
        before = terminal.cpu()
        written = terminal.idle(seconds)
        after = terminal.cpu()
        terminal.stop(program.quit)
    share = None if before is None or after is None else (after - before) / seconds
    return Idle(share, written / seconds)

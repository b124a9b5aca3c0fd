"""`python -m tests.bench [--quick] [--only 1,4] [--size 120x36] [--itself | --peers]`: every budget, in Markdown."""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.bench.budgets import MEASUREMENTS, Bench, Line
from tests.bench.measure import NotMeasured, Size
from tests.bench.peers import peers

HEAD = ("#", "what", "ours", "beside", "ratio", "budget", "")


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure what is asked for and print it; always 0: a slow machine is no failure."""
    given = _arguments(arguments)
    columns, rows = given.size
    kind = "the references beside themselves: every ratio should be near 1" if given.itself else "medians of pairs"
    print(f"Organizer, {columns}x{rows}, {kind}. Other work on this machine blurs the figures.\n")
    print(_row(HEAD))
    print(_row(["---"] * len(HEAD)))
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="organizer-bench-", ignore_cleanup_errors=True) as folder:
        bench = Bench(Path(folder), given.size, given.quick, given.itself)
        for line in peers(bench) if given.peers else _lines(bench, given.only):
            print(_row(_cells(line, "" if given.itself else line.verdict)), flush=True)
    print(f"\nTook {time.monotonic() - began:.0f} s.")
    return 0


def _lines(bench: Bench, only: set[int]) -> Iterator[Line]:
    """Every figure asked for, and for what could not be measured a line that says why."""
    for numbers, measurement in MEASUREMENTS:
        wanted = only & set(numbers) if only else set(numbers)
        if not wanted:
            continue
        if sys.stderr.isatty():
            print(f"  measuring {measurement.__name__.replace('_', ' '):24}", file=sys.stderr, end="\r", flush=True)
        try:
            yield from (line for line in measurement(bench) if line.number in wanted)
        except (NotMeasured, OSError) as why:
            words = measurement.__name__.replace("_", " ")
            yield from (Line(number, f"{words}: {why}", "-", "-", None, 0) for number in sorted(wanted))


def _cells(line: Line, verdict: str) -> list[str]:
    """A line as the cells of the table."""
    ratio = "" if line.ratio is None else f"{line.ratio:.2f}"
    budget = f"<= {line.limit:g} x" if line.limit else ""
    return [str(line.number or ""), line.what, line.ours, line.theirs, ratio, budget, verdict]


def _row(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cell.replace("|", "/") for cell in cells) + " |"


def _size(text: str) -> Size:
    columns, _, rows = text.partition("x")
    return int(columns), int(rows)


def _numbers(text: str) -> set[int]:
    return {int(number) for number in text.split(",")}


def _arguments(arguments: Sequence[str] | None) -> argparse.Namespace:
    """What was asked for on the command line."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description="How fast the app is, in ratios.")
    parser.add_argument("--quick", action="store_true", help="fewer rounds: about a quarter of the time")
    parser.add_argument("--only", type=_numbers, default=set(), metavar="N,...", help="these budgets only")
    parser.add_argument("--size", type=_size, default=(120, 36), metavar="120x36", help="columns and rows")
    parser.add_argument("--itself", action="store_true", help="try the bench: the references beside themselves")
    parser.add_argument("--peers", action="store_true", help="other programs for tasks instead, those on the PATH")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())

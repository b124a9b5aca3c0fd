"""One clock: nothing but organizer/clock.py asks what time it is, or pictures and tests could not stop it."""

from __future__ import annotations

import ast
import time
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from organizer.clock import Clock

ROOT = Path(__file__).parents[2]
ROOMS = ("organizer", "data", "screens")
THE_CLOCK = "organizer/clock.py"
TELLING = {
    *(f"time.{name}" for name in ("time", "time_ns", "localtime", "gmtime", "strftime", "ctime", "asctime")),
    *(f"time.{name}" for name in ("clock_gettime", "clock_gettime_ns")),
    *(f"datetime.datetime.{name}" for name in ("now", "utcnow", "today")),
    "datetime.date.today",
}
NOT_FOR_PEOPLE = {
    ("data/tiny.py", "_get_next_id", "time.time_ns"),
    ("data/tries.py", "pause", "time.time"),
    ("data/place.py", "card", "time.time_ns"),
}
"""Where a number is wanted that grows, or how old a file is, not the time of day."""

Use = tuple[str, str, str]


def names(tree: ast.Module) -> dict[str, str]:
    """What each imported name stands for."""
    found = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found.update({one.asname or one.name: one.name for one in node.names})
        elif isinstance(node, ast.ImportFrom) and not node.level:
            found.update({one.asname or one.name: f"{node.module}.{one.name}" for one in node.names})
    return found


def uses(path: str, source: str) -> Iterator[Use]:
    """Where a file asks for the time, called or handed on: the file, the innermost function, and what it asks."""
    tree = ast.parse(source)
    known = names(tree)

    def dotted(node: ast.AST) -> str:
        if isinstance(node, ast.Attribute):
            return f"{dotted(node.value)}.{node.attr}"
        return known.get(node.id, "") if isinstance(node, ast.Name) else ""

    def look(node: ast.AST, function: str) -> Iterator[Use]:
        for child in ast.iter_child_nodes(node):
            inner = child.name if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef) else function
            if dotted(child) in TELLING:
                yield path, inner, dotted(child)
            yield from look(child, inner)

    return look(tree, "")


def test_only_the_clock_reads_the_time() -> None:
    found = {
        use
        for room in ROOMS
        for path in sorted((ROOT / room).rglob("*.py"))
        if (name := path.relative_to(ROOT).as_posix()) != THE_CLOCK
        for use in uses(name, path.read_text(encoding="utf-8"))
    }
    assert found == NOT_FOR_PEOPLE


@pytest.mark.parametrize(
    "source",
    [
        "import time\ntime.strftime('%Y')",
        "import time as t\nt.time()",
        "from time import localtime as here\nhere()",
        "from datetime import datetime\nclock = datetime.now",
        "import datetime\ndatetime.datetime.utcnow()",
        "def f():\n    from datetime import date\n    return date.today()",
    ],
)
def test_it_would_be_seen(source: str) -> None:
    assert list(uses("a.py", source))


def test_what_is_no_time_of_day_is_not_meant() -> None:
    source = "import time\nfrom datetime import date\ntime.monotonic(), date(2026, 6, 11).strftime('%a'), self.now()"
    assert list(uses("a.py", source)) == []


def test_a_program_that_is_open_goes_along_on_a_journey(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "America/New_York")
    time.tzset()
    clock = Clock()
    before, zone = clock.now(), clock.zone()
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    after = clock.now()
    assert (zone, clock.zone()) == ("America/New_York", "Asia/Tokyo")
    assert timedelta(hours=13) <= after - before <= timedelta(hours=14, seconds=5)
    there = datetime.now(ZoneInfo("Asia/Tokyo")).replace(tzinfo=None)
    assert abs(there - after) < timedelta(seconds=5)
    monkeypatch.undo()
    clock.now()

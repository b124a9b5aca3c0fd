"""Whatever call to the disk fails, a sentence comes of it and nothing is lost; a sample of failing.py."""

from __future__ import annotations

from pathlib import Path

from tests.vault_.failing import runs


def test_calls_that_fail(tmp_path: Path) -> None:
    seen = runs(tmp_path, 11)
    assert seen["good"] > 200
    assert set(seen) == {"good"}, seen

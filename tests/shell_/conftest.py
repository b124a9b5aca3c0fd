"""A home of its own for every test, a clock, and two ways to run a verb: in this process, or in a real one."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any, NamedTuple

import pytest

from organizer.__main__ import run as run_words

ROOT = Path(__file__).parents[2]
NOW = "2026-06-11T09:14:00"
"""A Thursday."""


class Result(NamedTuple):
    """What a run left: its exit code, and what it printed."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """What it printed for programs."""
        return json.loads(self.out)

    @property
    def id(self) -> str:
        """The id at the head of the first line."""
        return self.out[:5]


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The home of this test."""
    folder = tmp_path / "home"
    for name in ("NO_COLOR", "COLUMNS", "TEXTUAL_FPS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("ORGANIZER_HOME", str(folder))
    monkeypatch.setenv("ORGANIZER_NOW", NOW)
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    return folder


class Stdin(io.TextIOWrapper):
    """What stands in for stdin."""


Run = Callable[..., Result]


@pytest.fixture
def organizer(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a verb in this process: `organizer("add", "Pay rent")`, `stdin` as text or bytes, `tty` as on a terminal. A
    clock that begins at a moment stands still there: a slow machine makes no line come before the last one."""
    monkeypatch.setattr("organizer.clock.time", SimpleNamespace(**{**vars(time), "monotonic": lambda: 0.0}))

    def run(*words: str, stdin: str | bytes = b"", tty: bool = False) -> Result:
        given = stdin.encode() if isinstance(stdin, str) else stdin
        monkeypatch.setattr(sys, "stdin", Stdin(io.BytesIO(given), encoding="utf-8"))
        monkeypatch.setattr(Stdin, "isatty", lambda self: tty)
        monkeypatch.setattr(type(sys.stdout), "isatty", lambda self: tty)
        capsys.readouterr()
        code = run_words(list(words))
        captured = capsys.readouterr()
        return Result(code, captured.out, captured.err)

    return run


@pytest.fixture
def process() -> Run:
    """Run a verb in a process of its own, as a shell does."""

    def run(*words: str | bytes, stdin: bytes = b"", python: tuple[str, ...] = (), **env: str) -> Result:
        command = [sys.executable, *python, "-m", "organizer", *words]
        done = subprocess.run(command, input=stdin, capture_output=True, env={**os.environ, **env}, timeout=60)
        return Result(done.returncode, done.stdout.decode(), done.stderr.decode())

    return run


def kept(home: Path) -> dict[str, dict[str, Any]]:
    """Everything the vault holds, as a program would read it: documents by table and id."""
    from data.vault import Vault
    from organizer.records import TABLES, to_doc

    vault = Vault.open(home)
    try:
        return {name: {id: to_doc(record) for id, record in sorted(vault.table(name).items())} for name in TABLES}
    finally:
        vault.close()

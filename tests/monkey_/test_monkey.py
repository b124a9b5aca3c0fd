"""A bounded part of the monkey's hours: inside the process, at the real program, and what it found there."""

from __future__ import annotations

from pathlib import Path

import pytest

from organizer import running
from organizer.change import Change, Row
from organizer.clock import StoppedClock
from organizer.office import Office
from tests.bench.emulator import Emulator
from tests.memory import MemoryVault
from tests.monkey_ import inside, terminal


@pytest.fixture(autouse=True)
def nowhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No tool and no folder of this machine is in reach of what is typed."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("PATH", str(tmp_path / "tools"))
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize("seed", [1, 2, 7])
async def test_inside_this_process(seed: int) -> None:
    assert await inside.play(seed, 60, demo=seed != 7)


@pytest.mark.parametrize("seed", [1, 2])
def test_at_the_real_program_with_a_shell_beside_it_and_sealed(seed: int, tmp_path: Path) -> None:
    played = terminal.play(seed, 25, tmp_path)
    assert not played.wrong, "\n".join(played.wrong)
    assert played.keys


def test_a_ritual_removed_elsewhere_while_it_is_open_is_still_drawn() -> None:
    vault = MemoryVault()
    office = Office(vault, StoppedClock(inside.NOW))
    through = running.begin(office, running.OPENING)
    before = through.question
    kept = vault.tables["runs"][through.id]
    vault.by_another(Change("Elsewhere", (Row("runs", through.id, kept, None),), by="shell"))
    office.refresh()
    assert through.gone
    assert through.question == before


def test_a_terminal_shows_a_blank_for_half_a_wide_letter() -> None:
    screen = Emulator(10, 2)
    screen.feed("日a\x1b[1;1Hx".encode())
    assert screen.text().rstrip() == "x a"

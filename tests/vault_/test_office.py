"""The office on a real vault: when it tells its listeners, and how long it waits."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from data.lock import Lock
from data.vault import Vault
from organizer.change import Change
from organizer.clock import StoppedClock
from organizer.errors import Conflict, DiskTrouble, WrongUse
from organizer.office import Office
from tests.vault_.tools import commit, entry, made

CLOCK = StoppedClock(datetime(2026, 6, 11, 9, 14))


@pytest.fixture
def office(tmp_path: Path) -> Office:
    """An office with one entry, on a vault in `tmp_path`."""
    office = Office(Vault.open(tmp_path), CLOCK)
    office.run("practice.fill", records=[entry("one", uuid="1")])
    return office


def listen(office: Office, home: Path) -> list[tuple[str, bool]]:
    """What is told from now on, and whether another could write just then."""
    heard = []

    def hear(change: Change | None) -> None:
        lock = Lock(str(home / "vault" / ".lock"))
        heard.append((change.label if change else "all", lock.try_take()))
        lock.close()

    office.subscribe(hear)
    return heard


def elsewhere(home: Path, *ids: str) -> None:
    """Another program adds entries."""
    other = Vault.open(home)
    commit(other, *(made(entry(id, uuid=id), label=f"Add {id}") for id in ids))
    other.close()


def test_listeners_are_told_when_the_vault_is_free_again(office: Office, tmp_path: Path) -> None:
    heard = listen(office, tmp_path)
    elsewhere(tmp_path, "two", "three")
    own = office.run("entry.done", ("one",))
    undone, redone = office.undo(), office.redo()
    elsewhere(tmp_path, "four")
    office.refresh()
    labels = ["Add two", "Add three", own.label, undone.label, redone.label, "Add four"]
    assert heard == [(label, True) for label in labels]
    office.close()


def test_what_others_did_is_told_also_when_the_command_is_refused(office: Office, tmp_path: Path) -> None:
    heard = listen(office, tmp_path)
    elsewhere(tmp_path, "two")
    with pytest.raises(WrongUse):
        office.run("catch", text=" ")
    assert heard == [("Add two", True)]
    elsewhere(tmp_path, "three")
    office.practice.entries.clear()

    def full(change: Change) -> Change:
        raise DiskTrouble("The disk is full.")

    office._vault.commit = full  # type: ignore[method-assign]
    with pytest.raises(DiskTrouble):
        office.undo()
    assert heard[1:] == [("Add three", True)]
    office.close()


def test_a_listener_may_change_something_itself(office: Office, tmp_path: Path) -> None:
    heard: list[str] = []

    def answer(change: Change | None) -> None:
        heard.append(change.label if change else "all")
        if len(heard) == 1:
            office.undo()

    office.subscribe(answer)
    done = office.run("entry.done", ("one",))
    assert heard == [done.label, f"Undid · {done.label}"]
    assert office.practice.entries["one"].open
    office.close()


def test_the_office_waits_as_long_as_it_is_told(office: Office, tmp_path: Path) -> None:
    assert office.patience == 30
    office.patience = 0.1
    holder = Lock(str(tmp_path / "vault" / ".lock"))
    holder.take()
    acts: list[Callable[[], Change]] = [lambda: office.run("entry.done", ("one",)), office.undo]
    for act in acts:
        began = time.monotonic()
        with pytest.raises(Conflict, match=r"Another Organizer is writing .* nothing was lost\."):
            act()
        assert time.monotonic() - began < 15  # far from the 30 it waits when not told
    assert office.practice.entries["one"].open
    holder.release()
    holder.close()
    office.run("entry.done", ("one",))
    office.close()

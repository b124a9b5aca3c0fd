"""A folder in another's place: stopped at any step, by any end, there is one whole vault, and nothing beside it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from data import files, keys, sealing, swap
from data.vault import Vault
from organizer.errors import Damaged, DiskTrouble, Locked
from tests.vault_ import swap_power, swaps
from tests.vault_.sealed import PASSPHRASE, QUICK, seal
from tests.vault_.tools import commit, contents, entry, everything, made

STEPS = [(os, "rename"), (os, "replace"), (os, "mkdir"), (os, "unlink"), (os, "rmdir"), (os, "fsync")]


class Stopped(BaseException):
    """The machine stops."""


def stopped_at(step: int, act: Callable[[], Any], patch: pytest.MonkeyPatch, after: bool) -> bool:
    """Do something until so many calls to the disk were made, and stop before or after the last; whether it came to
    that."""
    left = step

    def counting(real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*args: Any, **more: Any) -> Any:
            nonlocal left
            left -= 1
            if left < 0:
                raise Stopped
            if left:
                return real(*args, **more)
            if after:
                real(*args, **more)
            raise Stopped

        return call

    with patch.context() as patched:
        for module, name in STEPS:
            patched.setattr(module, name, counting(getattr(module, name)))
        try:
            act()
        except Stopped:
            return True
    return False


def opened(home: Path) -> Vault:
    """The vault, whether it is sealed or not."""
    return Vault.open(home, keys.unlock(home, PASSPHRASE) if keys.is_sealed(home) else None)


@pytest.mark.parametrize(("act", "after"), [("seal", False), ("seal", True), ("unseal", False), ("change", True)])
def test_stopped_at_every_step(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, act: str, after: bool) -> None:
    acts = {
        "seal": lambda home: seal(home),
        "unseal": lambda home: sealing.unseal(home, PASSPHRASE),
        "change": lambda home: sealing.renew(home, PASSPHRASE, PASSPHRASE, QUICK),
    }
    seen = set()
    for step in range(1, 200):
        home = tmp_path / f"{step}"
        vault = Vault.open(home)
        commit(vault, made(entry("one", "planted")))
        before = everything(vault)
        vault.close()
        if act != "seal":
            seal(home)
        if not stopped_at(step, lambda home=home: acts[act](home), monkeypatch, after):  # type: ignore[misc]
            break
        vault = opened(home)
        seen.add(keys.is_sealed(home))
        assert everything(vault) == before, step
        commit(vault, made(entry("two")))
        assert vault.damage == [], step
        vault.close()
        assert {path.name for path in home.iterdir()} <= {"vault", "state", ".swap", "wrong-tries"}, step
        if keys.is_sealed(home):
            assert all(b"planted" not in path.read_bytes() for path in home.rglob("*") if path.is_file()), step
    assert 15 < step < 199
    assert seen == ({True} if act == "change" else {True, False})


def test_what_fails_leaves_all_as_it_was(tmp_path: Path) -> None:
    before = contents(tmp_path)
    folder = str(tmp_path / "vault")

    def full(target: str) -> None:
        files.replace(os.path.join(target, "base-00000000.json"), [b"x"])
        raise OSError(28, "")

    for build, kind in ((full, DiskTrouble), (lambda target: None, Damaged)):
        with pytest.raises(kind):
            swap.swap(folder, build)
        assert contents(tmp_path) == before
        assert sorted(path.name for path in tmp_path.iterdir()) == [".swap", "state", "vault"]


def test_the_new_folder_cannot_be_put_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = contents(tmp_path)
    real = os.rename

    def refusing(source: str, target: str) -> None:
        if ".new-" in source:
            raise OSError(5, "")
        real(source, target)

    for keep in ("", str(tmp_path / "kept")):
        monkeypatch.setattr(os, "rename", refusing)
        with pytest.raises(DiskTrouble):
            swap.swap(str(tmp_path / "vault"), _copy_of(tmp_path / "vault"), keep)
        monkeypatch.setattr(os, "rename", real)
        assert sorted(path.name for path in tmp_path.iterdir()) == [".swap", "state", "vault"]
        assert contents(tmp_path) == before


def _copy_of(source: Path) -> Callable[[str], None]:
    def build(target: str) -> None:
        for path in sorted(source.iterdir()):
            if path.name != ".lock":
                files.replace(os.path.join(target, path.name), [path.read_bytes()])

    return build


def test_what_was_there_is_kept_if_asked(tmp_path: Path) -> None:
    home, other = tmp_path / "home", tmp_path / "other"
    for where, id in ((home, "one"), (other, "two")):
        vault = Vault.open(where)
        commit(vault, made(entry(id)))
        vault.close()
    keep = home / "vault.replaced-2026"
    assert swap.swap(str(home / "vault"), _copy_of(other / "vault"), str(keep))
    assert list(contents(home)["entries"]) == ["two"]
    keep.rename(home / "vault.x")
    assert swap.swap(str(tmp_path / "fresh" / "vault"), _copy_of(home / "vault.x"))
    assert list(contents(tmp_path / "fresh")["entries"]) == ["one"]


def test_who_opens_the_home_while_the_vault_is_out_of_its_place_waits(tmp_path: Path) -> None:
    from threading import Event, Thread

    before = contents(tmp_path)
    out, go, found = Event(), Event(), []
    real = os.rename

    def slow(source: str, target: str) -> None:
        if ".new-" in source:
            out.set()
            go.wait(10)
        real(source, target)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "rename", slow)
        swapping = Thread(target=lambda: seal(tmp_path))
        swapping.start()
        assert out.wait(10)
        assert not (tmp_path / "vault").exists()
        opening = Thread(target=lambda: found.append(_refusal(tmp_path)))
        opening.start()
        go.set()
        swapping.join()
        opening.join()
    assert "sealed" in found[0]
    vault = opened(tmp_path)
    assert everything(vault) == before
    vault.close()


def _refusal(home: Path) -> str:
    try:
        Vault.open(home).close()
    except Locked as error:
        return str(error)
    return "opened"


def test_two_programs_are_killed_while_one_swaps_and_one_writes(tmp_path: Path) -> None:
    seen = swaps.rounds(3, tmp_path)
    assert seen["acknowledged"]
    assert [seen[name] for name in ("lost", "extra", "damage", "left", "plain")] == [0] * 5, seen


def test_the_power_is_cut_while_it_swaps(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen = swap_power.cuts(24, tmp_path)
    assert {what.partition(": ")[2] for what in seen} == {"sealed", "plain"}, seen
    monkeypatch.setattr(swap, "sync_folder", lambda where: None)
    monkeypatch.setattr(files, "sync_folder", lambda where: None)
    seen = swap_power.cuts(24, tmp_path)
    assert sum(count for what, count in seen.items() if not what.endswith(("sealed", "plain"))), "it would show"


def test_copies_of_a_person_s_own_are_left_alone(tmp_path: Path) -> None:
    Vault.open(tmp_path).close()
    copies = [
        tmp_path / f"vault.{name}" for name in ("old-june", "new-laptop", "gone-1", "old-20260601", "old-2026-06-01")
    ]
    for copy in copies:
        shutil.copytree(tmp_path / "vault", copy)
    seal(tmp_path)
    opened(tmp_path).close()
    assert all((copy / "vault.json").exists() for copy in copies)
    assert not swap.has_begun(str(tmp_path / "vault"))

"""Pull the plug while the vault is sealed, renewed or unsealed, and look at what the disk may hold then.

By hand: `python -m tests.vault_.swap_power 1000`. As `tests.vault_.power` does, but for a whole home: of each folder
the first few of its new names may be there, of each file any part of what was not synced. Whatever is left: the vault
opens, sealed or plain, with all that was in it, and can be gone on with.
"""

from __future__ import annotations

import os
import random
import shutil
import sys
import tempfile
from collections import Counter
from pathlib import Path
from typing import Any, TypeAlias

import pytest

from data import keys, sealing
from data.vault import Vault
from tests.vault_.power import Content
from tests.vault_.sealed import PASSPHRASE, QUICK, seal
from tests.vault_.tools import commit, entry, everything, made


class Folder:
    """The names in a folder: those on the disk, those that programs see, and what was done in between, in order."""

    def __init__(self) -> None:
        self.durable: dict[str, Node] = {}
        self.seen: dict[str, Node] = {}
        self.pending: list[dict[str, Node | None]] = []

    def do(self, **names: Node | None) -> None:
        """Give names to things, or take them away, at one stroke."""
        self.seen = _with(self.seen, names)
        self.pending.append(names)

    def sync(self) -> None:
        """All of it is on the disk."""
        self.durable, self.pending = self.seen, []

    def after_a_cut(self, dice: random.Random) -> dict[str, Node]:
        """What of it may be left."""
        found = self.durable
        for names in self.pending[: dice.randint(0, len(self.pending))]:
            found = _with(found, names)
        return found


Node: TypeAlias = "Folder | Content"


def _with(held: dict[str, Node], names: dict[str, Node | None]) -> dict[str, Node]:
    found = {**held, **{name: node for name, node in names.items() if node is not None}}
    return {name: node for name, node in found.items() if names.get(name, node) is not None}


class Disk:
    """A home as it is changed, from the calls that change it; they are counted, and after `last` the plug is out."""

    def __init__(self, home: Path) -> None:
        self.home = str(home)
        self.top = self._read(home)
        self.calls = 0
        self.last = -1
        self._files: dict[int, Node] = {}

    def _read(self, path: Path) -> Node:
        if not path.is_dir():
            return Content(path.read_bytes())
        folder = Folder()
        folder.durable = folder.seen = {one.name: self._read(one) for one in path.iterdir()}
        return folder

    def _at(self, path: str) -> Node:
        node: Node = self.top
        for name in os.path.relpath(path, self.home).split(os.sep):
            if name != ".":
                assert isinstance(node, Folder)
                node = node.seen[name]
        return node

    def _folder(self, path: str) -> Folder:
        found = self._at(os.path.dirname(path))
        assert isinstance(found, Folder)
        return found

    def _count(self) -> bool:
        self.calls += 1
        return self.last < 0 or self.calls <= self.last

    def listen(self, patch: pytest.MonkeyPatch) -> None:
        """Hear of every call from now on."""
        real = {name: getattr(os, name) for name in ("open", "write", "rename", "mkdir", "ftruncate")}

        def opened(path: Any, flags: int, mode: int = 0o777, **more: Any) -> int:
            new = bool(flags & os.O_CREAT) and not more and not os.path.lexists(path)
            fd: int = real["open"](path, flags, mode, **more)
            name = os.fspath(path)
            if not more and name.startswith(self.home):
                if new and self._count():
                    self._folder(name).do(**{os.path.basename(name): Content()})
                if self.last < 0 or self.calls <= self.last:
                    self._files[fd] = self._at(name)
            else:
                self._files.pop(fd, None)
            return fd

        def wrote(fd: int, data: Any) -> int:
            done: int = real["write"](fd, data)
            node = self._files.get(fd)
            if isinstance(node, Content) and self._count():
                node.put(os.lseek(fd, 0, os.SEEK_CUR) - done, bytes(data[:done]))
            return done

        def synced(fd: int) -> None:
            if fd in self._files and self._count():
                self._files[fd].sync()

        def cut(fd: int, length: int) -> None:
            real["ftruncate"](fd, length)
            node = self._files.get(fd)
            if isinstance(node, Content) and self._count():
                node.put(length, None)

        def renamed(source: str, target: str) -> None:
            real["rename"](source, target)
            if str(source).startswith(self.home) and self._count():
                folder, old, new = self._folder(source), os.path.basename(source), os.path.basename(target)
                folder.do(**{old: None, new: folder.seen[old]})

        def made_folder(path: Any, mode: int = 0o777, **more: Any) -> None:
            real["mkdir"](path, mode, **more)
            if str(path).startswith(self.home) and self._count():
                self._folder(str(path)).do(**{os.path.basename(path): Folder()})

        def removed(path: str, **more: Any) -> None:
            gone(path, **more)
            if str(path).startswith(self.home) and self._count():
                self._folder(path).do(**{os.path.basename(path): None})

        gone = shutil.rmtree
        patch.setattr(os, "open", opened)
        patch.setattr(os, "write", wrote)
        patch.setattr(os, "fsync", synced)
        patch.setattr(os, "ftruncate", cut)
        patch.setattr(os, "rename", renamed)
        patch.setattr(os, "replace", renamed)
        patch.setattr(os, "mkdir", made_folder)
        patch.setattr(shutil, "rmtree", removed)

    def after_a_cut(self, target: Path, dice: random.Random) -> None:
        """Make the home that may be left."""
        _write(self.top, target, dice)


def _write(node: Node, path: Path, dice: random.Random) -> None:
    if isinstance(node, Folder):
        path.mkdir()
        for name, one in node.after_a_cut(dice).items():
            _write(one, path / name, dice)
    else:
        path.write_bytes(node.after_a_cut(dice))


ACTS = {
    "seal": lambda home: seal(home),
    "renew": lambda home: sealing.renew(home, PASSPHRASE, PASSPHRASE, QUICK),
    "change": lambda home: sealing.change(home, PASSPHRASE, PASSPHRASE, QUICK),
    "unseal": lambda home: sealing.unseal(home, PASSPHRASE),
}


def begun(home: Path, act: str) -> dict[str, Any]:
    """A home with a vault, sealed if the act wants that; what is in it."""
    vault = Vault.open(home, compact_after=1500, background=False)
    everything(vault)
    for number in range(6):
        commit(vault, made(entry(f"e{number}", "planted " * 20)))
    held = everything(vault)
    vault.close()
    if act != "seal":
        seal(home)
    return held


def look(home: Path, held: dict[str, Any]) -> str:
    """Open what is left: "sealed" or "plain", or what is wrong."""
    sealed = keys.is_sealed(home)
    (home / "wrong-tries").unlink(missing_ok=True)
    vault = Vault.open(home, keys.unlock(home, PASSPHRASE) if sealed else None)
    if everything(vault) != held:
        return "lost"
    commit(vault, made(entry("more")))
    vault.close()
    if {path.name for path in home.iterdir()} - {"vault", "state", ".swap", "wrong-tries"}:
        return "left over"
    if sealed and any(b"planted" in path.read_bytes() for path in home.rglob("*") if path.is_file()):
        return "told"
    return "sealed" if sealed else "plain"


def cuts(count: int, folder: Path, seed: int = 5) -> Counter[str]:
    """Pull the plug `count` times, in turn while each act goes on; how often each thing was seen."""
    dice, seen, lengths = random.Random(seed), Counter[str](), dict[str, int]()
    for number in range(count):
        act = [*ACTS][number % len(ACTS)]
        home, left = folder / f"{number}" / "home", folder / f"{number}" / "left"
        held = begun(home, act)
        disk = Disk(home)
        if act in lengths:
            disk.last = dice.randint(0, lengths[act])
        with pytest.MonkeyPatch.context() as patch:
            disk.listen(patch)
            ACTS[act](home)
        lengths[act] = max(disk.calls, lengths.get(act, 0))
        disk.after_a_cut(left, dice)
        try:
            what = look(left, held)
        except Exception as error:
            what = f"{type(error).__name__}: {error}"
        seen[f"{act}: {what}"] += 1
        shutil.rmtree(folder / f"{number}")
    return seen


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as place:
        print(dict(cuts(int(sys.argv[1]) if len(sys.argv) > 1 else 1000, Path(place))))

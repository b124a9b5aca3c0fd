"""Segments of the archive that rot, are cut or get lost: nothing wrong is shown, what is missing is told, all else is
there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from data.vault import Vault
from organizer.change import Change, Row
from organizer.errors import Damaged
from organizer.records import Entry, Placement, Record
from tests.vault_.tools import NOW, commit, everything

COUNT = 8


def old(n: int) -> Entry:
    """A task finished in 2021 or 2022."""
    day = f"{2021 + n % 2}-03-0{n + 1}"
    return Entry(f"old{n}", text=f"Ünï {n}", stage="done", closed=day, placements=(Placement(f"day:{day}"),))


ALL: dict[str, Record] = {**{one.id: one for one in map(old, range(COUNT))}, "new": Entry("new", text="Open")}


@pytest.fixture
def files(tmp_path: Path) -> dict[str, bytes]:
    """A vault with four entries in each of two segments, and one at hand."""
    vault = Vault.open(tmp_path, compact_after=10, background=False, archive_after=2)
    everything(vault)
    for one in ALL.values():
        commit(vault, Change("Add", (Row("entries", one.id, None, one),), at=NOW))
    vault.close()
    found = {path.name: path.read_bytes() for path in (tmp_path / "vault").iterdir() if path.name != ".lock"}
    assert len([name for name in found if name.startswith("archive-")]) == 2
    return found


def put(home: Path, files: dict[str, bytes]) -> None:
    """The vault's folder as these files."""
    folder = home / "vault"
    folder.mkdir(exist_ok=True, parents=True)
    for path in folder.iterdir():
        path.unlink()
    for name, data in files.items():
        (folder / name).write_bytes(data)


def look(home: Path) -> str:
    """ "whole", or "told", or what is wrong."""
    vault = Vault.open(home)
    try:
        held = {**vault.table("entries"), **{one.id: one for part in vault.older("entries") for one in part}}
        wrong = [id for id, one in held.items() if ALL.get(id) != one]
        if wrong:
            return f"WRONG: {wrong}"
        for id, one in ALL.items():
            try:
                found = vault.look("entries", id)
            except Damaged:
                found = None
            if (found or one) != one or ((found is None) != (id not in held)):
                return f"WRONG: {id} {found} {id in held}"
            if not vault.has("entries", id) and not vault.damage:
                return f"SILENT: {id} may be given again"
            page = getattr(one, "placements", ()) and one.placements[0].page  # type: ignore[union-attr]
            on_page = [two.id for part in vault.older("entries", page=page) for two in part] if page else []
            if page and id in held and id not in vault.table("entries") and on_page != [id]:
                return f"WRONG: {id} not on its page"
        if held.keys() != ALL.keys() and not vault.damage:
            return "SILENT"
        if set(ALL) - held.keys() and "new" not in held:
            return "WRONG: what is at hand is gone"
        return "told" if vault.damage else "whole"
    finally:
        vault.close()


def flips(files: dict[str, bytes], step: int) -> Iterator[tuple[str, bytes]]:
    """Every so many bits of the archive and of what lists it."""
    at_all = 0
    for name, whole in sorted(files.items()):
        if name.startswith(("archive-", "base-")):
            for at in range(len(whole)):
                at_all += 1
                if at_all % step == 0:
                    data = bytearray(whole)
                    data[at] ^= 1 << at_all % 8
                    yield name, bytes(data)


def test_bits_that_flip(files: dict[str, bytes], tmp_path: Path) -> None:
    seen: dict[str, int] = {}
    for name, data in flips(files, 31):
        put(tmp_path / "rot", {**files, name: data})
        said = look(tmp_path / "rot")
        seen[said] = seen.get(said, 0) + 1
    assert set(seen) <= {"told", "whole"}, seen
    assert seen["told"] > 50


def test_files_that_are_cut(files: dict[str, bytes], tmp_path: Path) -> None:
    for name, whole in files.items():
        if name.startswith("archive-"):
            for length in range(0, len(whole), 97):
                put(tmp_path / "rot", {**files, name: whole[:length]})
                assert look(tmp_path / "rot") == "told"


def test_a_segment_that_is_lost_is_told_in_a_sentence_and_by_its_ids(files: dict[str, bytes], tmp_path: Path) -> None:
    name = min(name for name in files if name.startswith("archive-2021"))
    put(tmp_path / "rot", {other: data for other, data in files.items() if other != name})
    assert look(tmp_path / "rot") == "told"
    vault = Vault.open(tmp_path / "rot", compact_after=10, background=False, archive_after=2)
    [said] = vault.damage
    assert said.startswith(f"{name} is missing: 4 documents of 2021 cannot be read.")
    assert vault.missing() == {name.removesuffix(".json"): {"entries": ["old0", "old2", "old4", "old6"]}}
    with pytest.raises(Damaged, match="cannot be read"):
        vault.look("entries", "old2")
    assert vault.has("entries", "old2"), "its id is not given again"
    everything(vault)
    for n in range(3):
        commit(vault, Change("Add", (Row("entries", f"more{n}", None, Entry(f"more{n}")),), at=NOW))
    vault.close()
    # It is listed as long as it is missing, and read again once it is back.
    (tmp_path / "rot" / "vault" / name).write_bytes(files[name])
    vault = Vault.open(tmp_path / "rot")
    assert vault.look("entries", "old2") == old(2)
    assert not vault.damage
    assert vault.missing() == {}
    vault.close()


def test_a_damaged_segment_is_kept_when_others_are_written_anew(files: dict[str, bytes], tmp_path: Path) -> None:
    name = min(name for name in files if name.startswith("archive-2021"))
    data = bytearray(files[name])
    data[data.index(b"old2") + 20] ^= 1
    put(tmp_path / "rot", {**files, name: bytes(data)})
    vault = Vault.open(tmp_path / "rot", compact_after=10, background=False, archive_after=1)
    everything(vault)
    more = [old(n)._replace(id=f"more{n}") for n in range(0, 8, 2)]
    commit(vault, Change("Add", tuple(Row("entries", one.id, None, one) for one in more), at=NOW))
    vault.close()
    assert (tmp_path / "rot" / "vault" / name).read_bytes() == bytes(data)
    vault = Vault.open(tmp_path / "rot")
    found = {one.id for part in vault.older("entries", year="2021") for one in part}
    assert found == {f"more{n}" for n in range(0, 8, 2)}
    assert vault.missing() == {name.removesuffix(".json"): {"entries": ["old0", "old2", "old4", "old6"]}}
    vault.close()

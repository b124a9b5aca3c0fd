"""`organizer where` tells all that is the matter with the vault, and what was set aside in it."""

from __future__ import annotations

from pathlib import Path

from tests.shell_.conftest import Run


def test_where_of_a_sound_vault(organizer: Run) -> None:
    organizer("add", "Pay rent")
    assert organizer("where", "--json").json["aside"] == []
    assert "aside" not in organizer("where").out


def test_where_tells_all_that_is_broken(organizer: Run, home: Path) -> None:
    organizer("add", "Pay rent")
    folder = home / "vault"
    for name, part in (("base-00000000.json", b"Operations"), ("base-00000001.json", b"Training")):
        (folder / name).write_bytes((folder / name).read_bytes().replace(part, part.lower()))
    with (folder / "log-00000001.jsonl").open("ab") as log:
        log.write(b"half a line")
    (folder / "damaged-base-00000000.json").write_bytes(b"12345")
    (folder / "conflict-log-00000001.jsonl").write_bytes(b"123")
    (folder / "notes.txt").write_bytes(b"mine")
    where = organizer("where", "--json").json
    for words in ("was not finished", "base-00000001.json is damaged", "The areas cannot be read. The vault's"):
        assert words in where["damage"]
    (torn,) = (path.name for path in folder.glob("torn-*"))
    assert [(one["name"], one["bytes"]) for one in where["aside"]] == [
        (torn, 11),
        ("conflict-log-00000001.jsonl", 3),
        ("damaged-base-00000000.json", 5),
    ]
    said = organizer("where").out
    assert f"Set aside  {torn}, 11 bytes: the end of a change that was not finished\n" in said
    assert "\n             conflict-log-00000001.jsonl, 3 bytes: what another program" in said
    assert "Damage     base-00000001.json is damaged" in said
    assert "\n             The areas cannot be read." in said

"""`organizer theme`: what hangs, in words and JSON; its page and its picture in files."""

from __future__ import annotations

from pathlib import Path

from tests.shell_.conftest import Run


def begin(organizer: Run) -> None:
    """A theme, begun in the full screen's way."""
    from data.vault import Vault
    from organizer import paths
    from organizer.clock import Clock
    from organizer.office import Office

    office = Office(Vault.open(paths.home()), Clock())
    office.run("theme.word", (), name="Zoë's Élan", statement="Small <doors>, opened early.")
    office.close()


def test_without_a_theme_it_says_where_to_begin(organizer: Run) -> None:
    assert organizer("theme", "--json").json == {"theme": None, "before": []}
    found = organizer("theme", "show")
    assert found.code == 3
    assert "opens the studio" in found.err


def test_it_is_shown_written_told_and_lived_by(organizer: Run) -> None:
    begin(organizer)
    assert organizer("theme", "write", "zoes", "elan").err.startswith("Written once")
    organizer("theme", "told", "in", "person", "a", "colleague")
    organizer("theme", "moment", "closed", "the", "laptop", "at", "five")
    told = organizer("theme", "--json").json["theme"]
    assert (told["name"], told["written"], len(told["moments"])) == ("Zoë's Élan", 1, 1)
    assert told["shared"][0]["how"] == "in person"
    assert told["shared"][0]["where"] == "a colleague"
    shown = organizer("theme", "show").out
    assert "Zoë's Élan" in shown
    assert "1 of 100" in shown
    assert "%" not in shown
    assert "Small <doors>" in organizer("theme", "text").out
    assert organizer("theme", "dance").code == 2


def test_page_and_picture(organizer: Run, tmp_path: Path) -> None:
    begin(organizer)
    for name in ("wall.html", "wall.pdf"):
        assert organizer("theme", "poster", str(tmp_path / name), "--size", "a4").code == 0
    for name in ("phone.svg", "phone.png"):
        assert organizer("theme", "card", str(tmp_path / name), "--light").code == 0
    assert "Small &lt;doors&gt;" in (tmp_path / "wall.html").read_text(encoding="utf-8")
    assert (tmp_path / "wall.pdf").read_bytes().startswith(b"%PDF")
    again = organizer("theme", "poster", str(tmp_path / "wall.html"))
    assert (again.code, "left as it is" in again.err) == (2, True)
    assert organizer("theme", "poster", str(tmp_path / "wall.gif")).code == 2

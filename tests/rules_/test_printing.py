"""The page for the wall and the picture for a phone: all of it there, nothing cut, nothing read as markup."""

from __future__ import annotations

import os
import re
import stat
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from organizer import machine, wholefile
from organizer.errors import DiskTrouble, WrongUse
from organizer.printing import files, svg
from organizer.printing.layout import PHONE, SIZES, Colors, Piece, Sheet, Words, balanced, sheet
from organizer.records import Theme
from organizer.views.theme import FRAMES

COLORS = Colors("#ffffff", "#22303a", "#37624b")
HARD = Piece("Zoë's “Élan” <b>&", "‘Être là’, <script>alert(1)</script> & Łódź — it's mine.", "2026", "window")
LONG = Piece("Donaudampfschifffahrtsgesell", "Fewer clients, done well, " * 40, "2026", "double")


def words(made: Sheet) -> list[Words]:
    """Everything that is written on a sheet."""
    return [mark for mark in made.marks if isinstance(mark, Words)]


@settings(deadline=None, max_examples=60)
@given(
    some.text(max_size=28),
    some.text(max_size=400),
    some.sampled_from(list(FRAMES)),
    some.sampled_from([*SIZES.values(), PHONE]),
)
def test_all_of_it_stands_on_the_page(name: str, statement: str, frame: str, size: tuple[float, float]) -> None:
    made = sheet(Piece(name, statement, "2026", frame), size, COLORS, svg.measure)
    inset = 40 * min(size[0] / 612, size[1] / 792)
    for one in words(made):
        half = svg.measure(one.text, one.face, one.size) / 2
        assert one.x - half >= inset - 0.01
        assert one.x + half <= size[0] - inset + 0.01
        assert inset < one.y - one.size * 0.8
        assert one.y + one.size * 0.25 < size[1] - inset
    said = "".join("".join(one.text.split()) for one in words(made) if one.face == "regular")[4:]
    kept = "".join(char if char.isprintable() else " " for char in statement)
    assert said == "".join(kept.split())


@pytest.mark.parametrize("piece", [HARD, LONG], ids=["hard", "long"])
def test_html_and_svg_are_text_and_never_markup(piece: Piece) -> None:
    page = files.poster(piece, ".html", "letter", "#37624b").decode()
    assert "<script" not in page
    assert "<b>" not in page
    assert "http" not in page.replace("http://www.w3.org/2000/svg", "")
    drawn = ElementTree.fromstring(files.card(piece, ".svg", COLORS))
    said = [text for element in drawn.iter("{http://www.w3.org/2000/svg}text") for text in element.itertext()]
    assert "".join("".join(said[1:]).split()).lower().startswith("".join(piece.name.split()).lower()[:8])


def test_the_frames_differ() -> None:
    made = {name: files.poster(HARD._replace(frame=name), ".html", "letter", "#37624b") for name in FRAMES}
    assert len(set(made.values())) == len(FRAMES)


def test_lines_are_about_as_long_as_each_other() -> None:
    lines = balanced("one two three four five six seven eight", 3, lambda text: float(len(text)))
    assert len(lines) == 3
    assert max(map(len, lines)) - min(map(len, lines)) <= 6


def test_every_font_of_the_pdf_is_in_it_and_what_it_lacks_is_named() -> None:
    pytest.importorskip("reportlab")
    made = files.poster(HARD, ".pdf", "a4", "#37624b")
    assert made.startswith(b"%PDF-")
    assert made.count(b"/Type /Page\n") + made.count(b"/Type /Page ") == 1
    fonts = re.findall(rb"/Type /Font\b", made)
    assert len(fonts) == made.count(b"/FontFile2") == 2
    assert b"Helvetica" not in made
    with pytest.raises(WrongUse, match="have no '日'"):
        files.poster(HARD._replace(statement="日本"), ".pdf", "a4", "#37624b")


def test_the_picture_is_a_phone_wide() -> None:
    pytest.importorskip("PIL")
    made = files.card(HARD, ".png", COLORS)
    assert made[:8] == b"\x89PNG\r\n\x1a\n"
    assert (int.from_bytes(made[16:20]), int.from_bytes(made[20:24])) == (1080, 1920)


def test_without_the_print_extra_a_sentence_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("organizer.printing.fonts.find_spec", lambda name: None)
    with pytest.raises(WrongUse, match=r"needs the print extra: pip install 'backoffice-organizer\[print\]'"):
        files.poster(HARD, ".pdf", "letter", "#37624b")
    assert files.poster(HARD, ".html", "letter", "#37624b")


def test_files_are_private_and_never_written_over(tmp_path: Path) -> None:
    theme = Theme("th", name="Zoë's “Élan”/../x")
    path, ending = files.where(str(tmp_path), theme, files.POSTERS)
    assert (Path(path).name, ending) == ("zoë-s-élan-x.pdf", ".pdf")
    wholefile.keep(path, b"page")
    assert stat.S_IMODE(Path(path).stat().st_mode) == 0o600
    with pytest.raises(WrongUse, match="left as it is"):
        wholefile.keep(path, b"other")
    assert Path(path).read_bytes() == b"page"
    with pytest.raises(WrongUse, match=r"end in \.svg or \.png"):
        files.where(str(tmp_path / "x.gif"), theme, files.CARDS)


def test_a_file_that_is_not_written_whole_is_not_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(fd: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(DiskTrouble, match=r"No space left .* Nothing else was changed\."):
        wholefile.keep(str(tmp_path / "page.html"), "a page")
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_cannot_be_put_in_its_place_leaves_the_one_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    machine.keep(str(tmp_path), "signs", "plain")
    before = (tmp_path / machine.FILE).read_text(encoding="utf-8")

    def full(fd: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(DiskTrouble, match=r"No space left .* It is as it was\."):
        machine.keep(str(tmp_path), "signs", "pretty")
    assert [file.name for file in tmp_path.iterdir()] == [machine.FILE]
    assert (tmp_path / machine.FILE).read_text(encoding="utf-8") == before

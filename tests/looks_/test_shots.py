"""The picture-taking itself, tried on a small app of its own."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from rich.text import Text
from textual.app import App, ComposeResult
from textual.screen import ModalScreen
from textual.widgets import Static

from screens.palettes import DEFAULT, derive, textual_theme
from screens.signs import signs
from tests.looks_ import shots
from tests.looks_.shots import Fault, Look, Shot

pytestmark = pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")


class Overlay(ModalScreen[None]):
    """A box over a dimmed page."""

    DEFAULT_CSS = "Overlay { background: $background 62%; align: center middle; } #box { width: 20; height: 1; }"

    def compose(self) -> ComposeResult:
        """One legible line."""
        yield Static("Catch it", id="box")


class Small(App[None]):
    """One line of words, one of signs, and one that can be made too faint to read."""

    AUTO_FOCUS = None
    CSS = "Screen { background: $background; color: $foreground; } .ghost { color: $line; }"
    BINDINGS = [("g", "ghost", ""), ("o", "push_screen('overlay')", "")]
    SCREENS = {"overlay": Overlay}

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.register_theme(textual_theme("practice", derive(DEFAULT, look.dark)))
        self.theme = "practice"
        self.signs = signs(look.plain)

    def compose(self) -> ComposeResult:
        """Words, signs, and a wide letter."""
        yield Static("Room to breathe [/]", markup=False, id="words")
        yield Static(Text(f"{self.signs.star} {self.signs.step} 界!"))

    def action_ghost(self) -> None:
        """Make the words too faint to read."""
        self.query_one("#words").add_class("ghost")


@pytest.fixture
def registry(monkeypatch: pytest.MonkeyPatch) -> dict[str, Shot]:
    """The small app in place of the pages."""
    pages = {"small": Shot(Small), "ghost": Shot(Small, ("g",))}
    monkeypatch.setattr(shots, "SHOTS", pages)
    return pages


async def test_cells_are_columns_and_rows_with_both_colors() -> None:
    app = Small(Look((30, 5), dark=True, plain=False))
    async with app.run_test(size=(30, 5)):
        rows = shots.cells(app)
    palette = derive(DEFAULT, True)
    assert [len(row) for row in rows] == [30] * 5
    assert "".join(cell.text for cell in rows[0]).rstrip() == "Room to breathe [/]"
    assert [cell.text for cell in rows[1][4:7]] == ["界", "", "!"]
    assert rows[0][0].background == palette.background


@pytest.mark.parametrize("dark", [True, False])
async def test_shoot_writes_an_svg_and_finds_nothing_faint(tmp_path: Path, dark: bool) -> None:
    faults = await shots.shoot(Small(Look((30, 5), dark, False)), (30, 5), (), tmp_path, "small")
    svg = (tmp_path / "small.svg").read_text(encoding="utf-8")
    assert faults == {}
    assert "Room&#160;to&#160;breathe" in svg
    assert derive(DEFAULT, dark).background in svg.lower()
    assert "JetBrains Mono" in svg
    assert 'url("http' not in svg  # the fonts are those of the machine
    assert "translate(26,22)" not in svg


async def test_audit_names_the_words_that_are_too_faint(tmp_path: Path) -> None:
    faults = await shots.shoot(Small(Look((30, 5), True, False)), (30, 5), ("g",), tmp_path, "ghost")
    palette = derive(DEFAULT, True)
    assert [(fault.foreground, fault.background) for fault in faults] == [(palette.line, palette.background)]
    assert set(faults.values()) == {"Roomtobreathe[/]"}


async def test_behind_an_overlay_only_the_overlay_counts(tmp_path: Path) -> None:
    assert await shots.shoot(Small(Look((30, 5), True, False)), (30, 5), ("g", "o"), tmp_path, "overlay") == {}


def test_command_line(
    registry: dict[str, Shot], tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shots, "LOOKS", (Look((30, 5), True, False), Look((30, 5), False, True)))
    assert shots.main(["--only", "small", str(tmp_path)]) == 0
    assert {path.name for path in tmp_path.iterdir()} == {"small-30x5-dark.svg", "small-30x5-light-plain.svg"}
    assert shots.main(["--only", "ghost-30x5-dark", str(tmp_path)]) == 1
    assert "Roomtobreathe" in capsys.readouterr().out
    assert shots.main(["--only", "cellar", str(tmp_path)]) == 2


def test_looks_are_twelve() -> None:
    assert len({str(look) for look in shots.LOOKS}) == 12
    assert str(shots.LOOKS[0]) == "80x24-dark"


def test_a_fault_reads_as_a_sentence() -> None:
    assert shots._sentence({}) == "legible"
    assert "2.0: 'words'" in shots._sentence({Fault("#aaa", "#bbb", 2.0): "words"})


@pytest.mark.skipif(not shutil.which("rsvg-convert"), reason="rsvg-convert is not installed")
async def test_png_without_a_browser(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    await shots.shoot(Small(Look((30, 5), True, False)), (30, 5), (), tmp_path, "small")
    which = shutil.which
    monkeypatch.setattr(shutil, "which", lambda name: which(name) if name == "rsvg-convert" else None)
    assert shots.png_of(tmp_path / "small.svg", tmp_path / "small.png")
    assert (tmp_path / "small.png").read_bytes().startswith(b"\x89PNG")


def test_png_where_nothing_draws(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: None)
    assert not shots.png_of(tmp_path / "small.svg", tmp_path / "small.png")

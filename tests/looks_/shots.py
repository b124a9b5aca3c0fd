"""Pictures of the pages: `python -m tests.looks_.shots [--png] [--only NAME] OUTDIR`.

Each page of `SHOTS` is drawn at three sizes, dark and light, with pretty and with plain signs, as SVG and,
where Chromium (or rsvg-convert) is installed, as PNG. Every cell of every picture is checked for contrast.
Sizes are columns x rows; positions are cells counted from the top left, 0.
"""

from __future__ import annotations

import argparse
import asyncio
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, NamedTuple

from rich.cells import cell_len
from rich.style import Style
from textual.app import App
from textual.screen import ModalScreen

from screens.palettes import contrast
from screens.widgets.canvas import Canvas
from tests.looks_ import pages

SIZES = ((80, 24), (120, 36), (160, 45))
FONTS = "'JetBrains Mono', 'DejaVu Sans Mono', monospace"
DECORATION = set("─━│╭╮╰╯┬┄┈╌▌▎▏▁▂▃▄▅▆▇█░▒·╱╲┊○-= ")  # shapes that nobody reads: rules, bars, stops still ahead
STARS = set("★☆")
LEAST, LEAST_FOR_STARS = 4.5, 3.0
MARGIN = 12  # pixels of sheet around the cells


class Look(NamedTuple):
    """One way to look at a page."""

    size: tuple[int, int]
    dark: bool
    plain: bool

    def __str__(self) -> str:
        width, height = self.size
        return f"{width}x{height}-{'dark' if self.dark else 'light'}{'-plain' if self.plain else ''}"


class Shot(NamedTuple):
    """A page: how its app is made for a look, and the keys that lead there."""

    make: Callable[[Look], App[Any]]
    keys: tuple[str, ...] = ()


class Cell(NamedTuple):
    """One cell of the screen: what stands there (empty behind a wide character) and both its colors."""

    text: str
    foreground: str
    background: str


class Fault(NamedTuple):
    """Two colors too close to each other."""

    foreground: str
    background: str
    contrast: float


LOOKS = tuple(Look(size, dark, plain) for size in SIZES for dark in (True, False) for plain in (False, True))


def _shot(kind: str, keys: tuple[str, ...]) -> Shot:
    if "sealed" in kind:
        return Shot(lambda look: pages.kept_app(kind, look.dark, look.plain), keys)
    return Shot(lambda look: pages.app_of(pages.KINDS[kind](), look.dark, look.plain), keys)


SHOTS: dict[str, Shot] = {name: _shot(kind, keys) for name, (kind, keys) in pages.KEYS.items()}


def cells(app: App[Any]) -> list[list[Cell]]:
    """The rows of the screen as it is drawn now, overlays included."""
    # The way App.export_screenshot goes; there is no public one to the cells themselves.
    update = app.screen._compositor.render_update(full=True, screen_stack=app._background_screens)
    ink, paper = app.theme_variables["foreground"], app.theme_variables["background"]
    rows = []
    for strips in update.strips:  # type: ignore[union-attr]
        row: list[Cell] = []
        for segment in (segment for strip in strips for segment in strip):
            colors = _colors(segment.style, ink, paper)
            for character in segment.text:
                width = cell_len(character)
                row += [Cell(character, *colors)] * (width > 0) + [Cell("", *colors)] * (width > 1)
        rows.append(row)
    return rows


def _colors(style: Style | None, ink: str, paper: str) -> tuple[str, str]:
    """Foreground and background as "#rrggbb", reversed if the style says so."""
    front = style.color.get_truecolor().hex if style and style.color else ink.lower()
    back = style.bgcolor.get_truecolor().hex if style and style.bgcolor else paper.lower()
    return (back, front) if style and style.reverse else (front, back)


def audit(app: App[Any]) -> dict[Fault, str]:
    """Every pair of colors that is too close for words, with the words; behind an overlay only the overlay counts."""
    screen = app.screen
    regions = [child.region for child in screen.children] if isinstance(screen, ModalScreen) else [screen.region]
    faults: dict[Fault, str] = {}
    for y, row in enumerate(cells(app)):
        for x, (text, front, back) in enumerate(row):
            if not text or text in DECORATION or not any(region.contains(x, y) for region in regions):
                continue
            got = contrast(front, back)
            if got < (LEAST_FOR_STARS if text in STARS else LEAST):
                fault = Fault(front, back, round(got, 2))
                faults[fault] = faults.get(fault, "") + text
    return faults


def svg_of(app: App[Any]) -> str:
    """The screen as SVG: Textual's export with fonts of this machine, and a plain rounded sheet for the window."""
    svg = app.export_screenshot(title=" ")
    svg = re.sub(r"@font-face \{.*?\}\s*", "", svg, flags=re.S)
    svg = svg.replace("font-family: Fira Code, monospace", f"font-family: {FONTS}")
    svg = svg.replace('textLength="', 'lengthAdjust="spacingAndGlyphs" textLength="')
    svg = re.sub(r'<g transform="translate\(26,22\)">.*?</g>', "", svg, flags=re.S)  # three window buttons
    svg = re.sub(r'<text class="[^"]*-title".*?</text>', "", svg, flags=re.S)
    box = re.search(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', svg)
    assert box, "the export has no viewBox"
    # The export leaves 9 pixels left, right and below the cells, and 41 above.
    left, top = 9 - MARGIN, 41 - MARGIN
    width, height = float(box[1]) - 18 + 2 * MARGIN, float(box[2]) - 50 + 2 * MARGIN
    paper, line = app.theme_variables["background"], app.theme_variables.get("line", "none")
    sheet = (
        f'<rect fill="{paper}" stroke="{line}" stroke-width="1" rx="12" '
        f'x="{left + 0.5:g}" y="{top + 0.5:g}" width="{width - 1:g}" height="{height - 1:g}"/>'
    )
    svg = re.sub(r'<rect fill="#[0-9a-fA-F]{6}" stroke="rgba[^>]*rx="8"/>', sheet, svg)
    return svg.replace(box[0], f'viewBox="{left:g} {top:g} {width:g} {height:g}"')


def png_of(svg_path: Path, png_path: Path, scale: float = 1.5) -> bool:
    """The SVG as PNG, `scale` pixels to a unit; False where nothing is installed that draws it."""
    browser = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if browser:  # it keeps every letter in its cell; rsvg-convert lets long lines drift
        _chromium(browser, svg_path, png_path, scale)
    elif rsvg := shutil.which("rsvg-convert"):
        subprocess.run([rsvg, f"--zoom={scale}", f"--output={png_path}", str(svg_path)], check=True, timeout=60)
    return png_path.exists()


def _chromium(browser: str, svg_path: Path, png_path: Path, scale: float) -> None:
    """One run of the browser without a window, about a second."""
    svg = svg_path.read_text(encoding="utf-8")
    box = re.search(r'viewBox="[-\d.]+ [-\d.]+ ([\d.]+) ([\d.]+)"', svg)
    assert box, svg_path
    width, height = (int(float(side) + 0.999) for side in box.groups())
    sized = svg.replace("<svg ", f'<svg width="{box[1]}" height="{box[2]}" style="display:block" ', 1)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        page = Path(folder, "page.html")
        page.write_text(f'<!doctype html><meta charset="utf-8"><body style="margin:0">{sized}', encoding="utf-8")
        options = ["--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"]
        options += [f"--user-data-dir={folder}/profile", "--default-background-color=00000000"]
        options += [f"--force-device-scale-factor={scale}", f"--window-size={width},{height}"]
        options += [f"--screenshot={png_path.absolute()}", page.as_uri()]
        quiet = subprocess.DEVNULL
        subprocess.run([browser, *options], check=True, stdout=quiet, stderr=quiet, timeout=60)


async def shoot(app: App[Any], size: tuple[int, int], keys: Sequence[str], out: Path, name: str) -> dict[Fault, str]:
    """Run the app, press the keys, write `out/name.svg`; gives what is too hard to read."""
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        for key in keys:
            await pilot.press(key)
        await asyncio.wait_for(app.workers.wait_for_complete(), 10)
        await pilot.wait_for_scheduled_animations()
        for canvas in app.screen.query(Canvas):
            canvas.rest()
        await pilot.pause()
        (out / f"{name}.svg").write_text(svg_of(app), encoding="utf-8")
        return audit(app)


def main(arguments: Sequence[str] | None = None) -> int:
    """Take the pictures; 1 if a word on one of them is too hard to read, 2 if there is no such page."""
    parser = argparse.ArgumentParser(prog="python -m tests.looks_.shots", description="Take a picture of every page.")
    parser.add_argument("out", type=Path, metavar="OUTDIR")
    parser.add_argument("--png", action="store_true", help="PNG too, where Chromium or rsvg-convert is installed")
    parser.add_argument("--only", default="", metavar="NAME", help="pages and looks whose name has this in it")
    given = parser.parse_args(arguments)
    given.out.mkdir(parents=True, exist_ok=True)
    names = {f"{page}-{look}": (shot, look) for page, shot in SHOTS.items() for look in LOOKS}
    wanted = {name: what for name, what in names.items() if given.only in name}
    if not wanted:
        print(f"No page has {given.only!r} in its name. There are: {', '.join(SHOTS) or 'none yet'}.", file=sys.stderr)
        return 2
    faulty = 0
    with ThreadPoolExecutor(2) as pool:
        drawn = []
        for name, (shot, look) in wanted.items():
            faults = asyncio.run(shoot(shot.make(look), look.size, shot.keys, given.out, name))
            faulty += bool(faults)
            print(f"{name:44} {_sentence(faults)}")
            if given.png:
                drawn.append(pool.submit(png_of, given.out / f"{name}.svg", given.out / f"{name}.png"))
    if not all(picture.result() for picture in drawn):
        print("No PNG: neither Chromium nor rsvg-convert is installed. The SVGs are there.", file=sys.stderr)
    return int(faulty > 0)


def _sentence(faults: dict[Fault, str]) -> str:
    """What the audit found, for people."""
    found = [f"{one.foreground} on {one.background} {one.contrast}: {words[:40]!r}" for one, words in faults.items()]
    return "; ".join(found) or "legible"


if __name__ == "__main__":
    sys.exit(main())

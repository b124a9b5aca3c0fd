"""Any color a person chooses gives an evening and a morning in which every word can be read."""

from __future__ import annotations

import random
import re
import subprocess
import sys
from colorsys import hls_to_rgb, rgb_to_hls
from pathlib import Path

import pytest

from screens.palettes import DEFAULT, PRESETS, Palette, contrast, derive, read_color, textual_theme

WORDS = (  # ink and the grounds that it is written on
    ("foreground", "background surface panel accent_soft band"),
    ("muted", "background surface accent_soft"),
    ("faint", "background surface"),
    ("accent", "background surface panel accent_soft"),
    ("band_foreground", "band"),
    ("band_muted", "band"),
    ("clay", "background surface accent_soft"),
    ("gold", "background surface"),
)
CORNERS = ["#000000", "#ffffff", "#808080", "#ff0000", "#00ff00", "#0000ff", "#ffff00", "#00ffff", "#ff00ff"]


def sample(count: int) -> list[str]:
    """The corners of the color cube, the presets, and random colors, the same ones every time."""
    dice = random.Random(28)
    return [*CORNERS, *PRESETS.values(), *(f"#{dice.randrange(1 << 24):06x}" for _ in range(count))]


def too_close(palette: Palette) -> list[tuple[str, str, float]]:
    """Every pair used for words that reads below 4.5 : 1, and gold signs on tints below 3 : 1."""
    pairs = [(ink, ground, 4.5) for ink, grounds in WORDS for ground in grounds.split()]
    pairs += [("gold", ground, 3.0) for ground in ("accent_soft", "band")]
    found = [(ink, ground, contrast(getattr(palette, ink), getattr(palette, ground))) for ink, ground, _ in pairs]
    return [pair for pair, (_, _, least) in zip(found, pairs, strict=True) if pair[2] < least]


@pytest.mark.parametrize("dark", [True, False], ids=["evening", "morning"])
def test_every_color_stays_legible(dark: bool) -> None:
    faults = {color: too_close(derive(color, dark)) for color in sample(1500)}
    assert {color: fault for color, fault in faults.items() if fault} == {}


@pytest.mark.parametrize("dark", [True, False], ids=["evening", "morning"])
def test_targets_are_met(dark: bool) -> None:
    for color in sample(200):
        palette = derive(color, dark)
        assert contrast(palette.accent, palette.panel) >= (6.0 if dark else 5.2)
        assert contrast(palette.band_foreground, palette.band) >= 6.0
        assert contrast(palette.band_muted, palette.band) >= 4.9


def test_accent_keeps_the_hue() -> None:
    for color in sample(200):
        hue, _, saturation = rgb_to_hls(*(int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)))
        accent = derive(color, True).accent
        got = rgb_to_hls(*(int(accent[at : at + 2], 16) / 255 for at in (1, 3, 5)))[0]
        apart = abs(hue - got) * 360
        assert saturation < 0.1 or min(apart, 360 - apart) < 6, color


def test_known_values() -> None:
    evening, morning = derive(DEFAULT, True), derive(DEFAULT, False)
    assert (evening.background, evening.gold, evening.clay) == ("#1c1a18", "#e9c46a", "#eba78b")
    assert (morning.background, morning.gold, morning.clay) == ("#faf7f1", "#835b00", "#953c1e")
    assert evening.accent == "#7fb89a"
    assert morning.accent == "#37624b"


@pytest.mark.parametrize(("dark", "heather"), [(True, "#b9a6ea"), (False, "#62449a")], ids=["evening", "morning"])
def test_clay_steps_aside_for_a_color_like_it(dark: bool, heather: str) -> None:
    clay = derive(DEFAULT, dark).clay
    steps = {name: derive(color, dark).clay for name, color in PRESETS.items()}
    assert {name for name, got in steps.items() if got == heather} == {"Rose tea", "Marigold", "Clay", "Linen"}
    assert set(steps.values()) == {clay, heather}
    for degrees in range(0, 360, 5):
        red, green, blue = (round(c * 255) for c in hls_to_rgb(degrees / 360, 0.6, 0.5))
        near = derive(f"#{red:02x}{green:02x}{blue:02x}", dark).clay == heather
        assert near == (degrees <= 50 or degrees >= 340) or 50 < degrees < 60 or 330 < degrees < 340, degrees


def test_a_gray_has_no_hue_to_step_aside_for() -> None:
    assert derive("#808080", True).clay == derive(DEFAULT, True).clay


@pytest.mark.parametrize("text", ["", "#12", "#12345g", "beige", "7fb89a00", "\N{ARABIC-INDIC DIGIT ONE}" * 6, "[/]"])
def test_an_unreadable_color_counts_as_eucalyptus(text: str) -> None:
    assert read_color(text) is None
    assert derive(text, True) == derive(DEFAULT, True)


def test_what_may_be_typed_for_a_color() -> None:
    assert read_color(" sea  GLASS ") == "#6fb3bd"
    assert read_color("#ABC") == read_color("aabbcc") == "#aabbcc"


def test_theme_has_every_token_and_no_reverse() -> None:
    palette = derive(DEFAULT, True)
    theme = textual_theme("practice-evening", palette)
    variables = {**theme.to_color_system().generate(), **theme.variables}
    for token in Palette._fields[1:]:
        assert variables[token.replace("_", "-")].lower() == getattr(palette, token), token
    assert variables["block-cursor-background"] == palette.accent_soft
    assert variables["input-cursor-background"] == palette.accent
    assert not [name for name, value in variables.items() if "reverse" in value]


def test_deriving_needs_no_textual() -> None:
    code = "import sys, screens.palettes as p; p.derive('#fff', True); print('textual' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout.strip() == "False"


def test_no_other_file_has_a_color_of_its_own() -> None:
    screens = Path(__file__).parents[2] / "screens"
    files = [path for kind in ("*.py", "*.tcss") for path in screens.rglob(kind) if path.name != "palettes.py"]
    colored = [path.name for path in files if re.search(r"#[0-9a-fA-F]{6}\b", path.read_text(encoding="utf-8"))]
    assert files
    assert colored == []

"""The evening (dark) and the morning (light) palette, both derived from one chosen color.

Colors are "#rrggbb" strings; contrast is the WCAG 2 ratio, 1 to 21. The hue stays as it was
chosen; lightness and saturation are calmed, then lightness alone moves until words are legible.
This is the only file with colors in it: everything else names a token.
"""

import re
from colorsys import hls_to_rgb, rgb_to_hls
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:  # textual is imported when a theme is made: deriving a palette needs none of it
    from textual.theme import Theme

PRESETS: dict[str, str] = {
    "Eucalyptus": "#7fb89a",
    "Sea glass": "#6fb3bd",
    "Dusk blue": "#8aa4d6",
    "Heather": "#b197d0",
    "Rose tea": "#d495a6",
    "Marigold": "#d9a648",
    "Clay": "#cf8b6b",
    "Linen": "#c2b59b",
}
DEFAULT = PRESETS["Eucalyptus"]

CLAY_STEPS_ASIDE = 40  # degrees of hue between the chosen color and clay
LIGHTNESS = (0.56, 0.74)
SATURATION = 0.55


class Palette(NamedTuple):
    """One color per token; `dark` says which of the two it is."""

    dark: bool
    background: str
    surface: str
    panel: str
    line: str
    dot: str
    foreground: str
    muted: str
    faint: str
    accent: str
    accent_soft: str
    band: str
    band_foreground: str
    band_muted: str
    track: str
    gold: str
    clay: str


class Recipe(NamedTuple):
    """What does not depend on the chosen color: the neutrals, the shares of the tints (0 to 1), the contrasts."""

    background: str
    surface: str
    panel: str
    line: str
    dot: str
    foreground: str
    muted: str
    faint: str
    gold: str
    clay: str
    heather: str  # stands in for clay where the chosen color is close to it
    soft: float
    band: float
    track: float
    accent_contrast: float


EVENING = Recipe(
    background="#1c1a18",
    surface="#242220",
    panel="#2f2c29",
    line="#413c37",
    dot="#312e2a",
    foreground="#ece6dc",
    muted="#b8afa2",
    faint="#9a9184",
    gold="#e9c46a",
    clay="#eba78b",
    heather="#b9a6ea",
    soft=0.15,
    band=0.24,
    track=0.28,
    accent_contrast=6.0,
)
MORNING = Recipe(
    background="#faf7f1",
    surface="#f3eee4",
    panel="#e9e2d5",
    line="#cfc5b4",
    dot="#e4dccd",
    foreground="#2a2622",
    muted="#5b5349",
    faint="#6b6257",
    gold="#835b00",
    clay="#953c1e",
    heather="#62449a",
    soft=0.22,
    band=0.38,
    track=0.30,
    accent_contrast=5.2,
)
BAND_CONTRAST, BAND_MUTED_CONTRAST, BAND_MUTED_ACCENT = 6.0, 4.9, 0.25


def read_color(text: str) -> str | None:
    """What a person may type for a color, as "#rrggbb": a preset's name, "#rgb" or "#rrggbb". None if it is none."""
    words = " ".join(text.split()).lower()
    for name, color in PRESETS.items():
        if words == name.lower():
            return color
    digits = words.removeprefix("#")
    if re.fullmatch(r"[0-9a-f]{3}", digits):
        digits = "".join(digit * 2 for digit in digits)
    return f"#{digits}" if re.fullmatch(r"[0-9a-f]{6}", digits) else None


def contrast(a: str, b: str) -> float:
    """How far two colors are apart for the eye, 1 (the same) to 21 (black and white)."""
    low, high = sorted((_luminance(a), _luminance(b)))
    return (high + 0.05) / (low + 0.05)


@lru_cache(maxsize=64)
def derive(chosen: str, dark: bool) -> Palette:
    """The whole palette from one color; a color that cannot be read counts as Eucalyptus."""
    recipe = EVENING if dark else MORNING
    theme = read_color(chosen) or DEFAULT
    calm = _calm(theme)
    accent = _legible(calm, recipe.panel, recipe.accent_contrast, dark)
    band = _mix(calm, recipe.background, recipe.band)
    band_muted = _mix(accent, recipe.muted, BAND_MUTED_ACCENT)
    return Palette(
        dark=dark,
        background=recipe.background,
        surface=recipe.surface,
        panel=recipe.panel,
        line=recipe.line,
        dot=recipe.dot,
        foreground=recipe.foreground,
        muted=recipe.muted,
        faint=recipe.faint,
        accent=accent,
        accent_soft=_mix(calm, recipe.background, recipe.soft),
        band=band,
        band_foreground=_legible(accent, band, BAND_CONTRAST, dark),
        band_muted=_legible(band_muted, band, BAND_MUTED_CONTRAST, dark),
        track=_mix(accent, recipe.background, recipe.track),
        gold=recipe.gold,
        clay=recipe.heather if _near(theme, recipe.clay) else recipe.clay,
    )


def textual_theme(name: str, palette: Palette) -> "Theme":
    """The palette as a theme to register: every token is a variable ($accent-soft, $band, $clay ...)."""
    from textual.theme import Theme

    return Theme(
        name=name,
        primary=palette.accent,
        secondary=palette.muted,
        accent=palette.accent,
        success=palette.accent,
        warning=palette.clay,
        error=palette.clay,
        foreground=palette.foreground,
        background=palette.background,
        surface=palette.surface,
        panel=palette.panel,
        dark=palette.dark,
        variables={**_tokens(palette), **_widgets(palette)},
    )


def _tokens(palette: Palette) -> dict[str, str]:
    """The tokens that Textual has no name for."""
    own = "line dot muted faint accent_soft band band_foreground band_muted track gold clay".split()
    return {token.replace("_", "-"): getattr(palette, token) for token in own}


def _widgets(palette: Palette) -> dict[str, str]:
    """What Textual's own widgets draw with: tint and bold for the cursor, never reverse, never a color of their own."""
    soft, page = palette.accent_soft, palette.background
    return {
        "border": palette.accent,
        "border-blurred": palette.line,
        "block-cursor-background": soft,
        "block-cursor-foreground": palette.foreground,
        "block-cursor-text-style": "bold",
        "block-cursor-blurred-background": palette.surface,
        "block-cursor-blurred-foreground": palette.foreground,
        "block-cursor-blurred-text-style": "none",
        "block-hover-background": palette.surface,
        "input-cursor-background": palette.accent,
        "input-cursor-foreground": page,
        "input-selection-background": palette.track,
        "input-selection-foreground": palette.foreground,
        "screen-selection-background": palette.track,
        "screen-selection-foreground": palette.foreground,
        "scrollbar": palette.panel,
        "scrollbar-hover": palette.line,
        "scrollbar-active": palette.accent,
        "scrollbar-background": page,
        "scrollbar-background-hover": page,
        "scrollbar-background-active": page,
        "scrollbar-corner-color": page,
        "link-color": palette.accent,
        "link-color-hover": palette.accent,
        "link-background-hover": soft,
        "button-focus-text-style": "bold",
        "footer-background": page,
        "footer-foreground": palette.muted,
        "footer-key-foreground": palette.accent,
        "footer-description-foreground": palette.muted,
    }


def _channels(color: str) -> tuple[float, float, float]:
    """Red, green, blue, each 0 to 1."""
    red, green, blue = (int(color[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue


def _color(red: float, green: float, blue: float) -> str:
    """Channels of 0 to 1 as "#rrggbb"."""
    return "#" + "".join(f"{max(0, min(255, round(channel * 255))):02x}" for channel in (red, green, blue))


def _luminance(color: str) -> float:
    """Relative luminance by WCAG 2, 0 to 1."""
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in _channels(color))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _mix(over: str, under: str, share: float) -> str:
    """`share` (0 to 1) of one color over another."""
    red, green, blue = (a * share + b * (1 - share) for a, b in zip(_channels(over), _channels(under), strict=True))
    return _color(red, green, blue)


def _calm(color: str) -> str:
    """The same hue, neither glaring nor murky, so that its tints stay quiet."""
    hue, lightness, saturation = rgb_to_hls(*_channels(color))
    low, high = LIGHTNESS
    return _color(*hls_to_rgb(hue, min(high, max(low, lightness)), min(SATURATION, saturation)))


def _legible(color: str, ground: str, wanted: float, dark: bool) -> str:
    """The same hue, moved only in lightness (up when dark, else down) until it has the wanted contrast."""
    hue, lightness, saturation = rgb_to_hls(*_channels(color))
    step = 0.01 if dark else -0.01
    while contrast(color, ground) < wanted and 0 <= lightness <= 1:
        lightness += step
        color = _color(*hls_to_rgb(hue, max(0.0, min(1.0, lightness)), saturation))
    return color


def _near(color: str, clay: str) -> bool:
    """Is the color's hue so close to clay's that the two would be taken for each other? A gray has no hue."""
    hue, _, saturation = rgb_to_hls(*_channels(color))
    apart = abs(hue - rgb_to_hls(*_channels(clay))[0]) * 360
    return saturation > 0 and min(apart, 360 - apart) < CLAY_STEPS_ASIDE

"""A sheet as SVG, and as a page of HTML that a browser prints: no script, no network, fonts of the machine."""

from __future__ import annotations

from organizer.printing.layout import Box, Mark, Rule, Sheet, Words
from organizer.words import for_html

FONTS = "Georgia, 'Source Serif Pro', 'Liberation Serif', 'Times New Roman', 'DejaVu Serif', serif"
_NARROW, _WIDE = frozenset("ijltfI.,:;'’‘!|()[] "), frozenset("mwMWQOGDHNÆŒ@%&—")


def measure(text: str, face: str, size: float) -> float:
    """About how wide text is in whatever serif there is: rather more than less, so that nothing is ever cut."""
    from unicodedata import combining, east_asian_width

    total = 0.0
    for char in text:
        if combining(char):
            continue
        if char in _NARROW:
            total += 0.46 if char == "I" else 0.37
        elif char in _WIDE:
            total += 1.13 if char in "MWÆŒ@%—" else 0.98 if char in "mw&" else 0.9
        elif east_asian_width(char) in "WF" or ord(char) > 0x2FFF:
            total += 1.25
        else:
            total += 0.83 if char.isupper() else 0.66
    return total * size * (1.0 if face == "bold" else 0.92)


def svg(sheet: Sheet, scale: float = 1.0, unit: str = "") -> str:
    """The sheet; `scale` and `unit` say how large it is shown."""
    size = f'width="{sheet.width * scale:g}{unit}" height="{sheet.height * scale:g}{unit}"'
    head = f'<svg xmlns="http://www.w3.org/2000/svg" {size} viewBox="0 0 {sheet.width:g} {sheet.height:g}" role="img">'
    title = f"<title>{for_html(sheet.title)}</title>"
    return "\n".join([head, title, *map(_mark, sheet.marks), "</svg>\n"])


def _mark(mark: Mark) -> str:
    if isinstance(mark, Box):
        look = f'fill="none" stroke="{mark.color}" stroke-width="{mark.stroke:.2f}"'
        look = look if mark.stroke else f'fill="{mark.color}"'
        where = f'x="{mark.x:.2f}" y="{mark.y:.2f}" width="{mark.width:.2f}" height="{mark.height:.2f}"'
        return f'<rect {where} rx="{mark.radius:.2f}" {look}/>'
    if isinstance(mark, Rule):
        where = f'x1="{mark.x:.2f}" y1="{mark.y:.2f}" x2="{mark.to_x:.2f}" y2="{mark.to_y:.2f}"'
        return f'<line {where} stroke="{mark.color}" stroke-width="{mark.stroke:.2f}"/>'
    if isinstance(mark, Words):
        weight = "600" if mark.face == "bold" else "400"
        where = f'x="{mark.x:.2f}" y="{mark.y:.2f}" font-size="{mark.size:.2f}" font-weight="{weight}"'
        look = f'fill="{mark.color}" text-anchor="middle" font-family="{FONTS}" xml:space="preserve"'
        return f"<text {where} {look}>{for_html(mark.text)}</text>"
    points = " ".join(f"{x:.2f},{y:.2f}" for x, y in mark.points)
    return f'<polygon points="{points}" fill="{mark.color}"/>'


def html(sheet: Sheet) -> str:
    """One page to print, as large as the sheet."""
    width, height = sheet.width / 72, sheet.height / 72
    style = (
        f"@page {{ size: {width:.4g}in {height:.4g}in; margin: 0; }}\n"
        "html, body { margin: 0; padding: 0; background: #fff; }\n"
        f"svg {{ display: block; width: {width:.4g}in; height: {height - 0.01:.4g}in; margin: 0 auto; }}\n"
        "@media screen { body { background: #e9e2d5; padding: 2rem 0; } svg { box-shadow: 0 2px 18px #0003; } }"
    )
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{for_html(sheet.title)}</title>\n<style>\n{style}\n</style>\n</head>\n<body>\n{svg(sheet)}</body>\n</html>\n"
    )

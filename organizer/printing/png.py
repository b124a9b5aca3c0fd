"""A sheet as a picture of pixels, drawn with what comes with the print extra."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from organizer.printing.fonts import Faces
from organizer.printing.layout import Box, Mark, Rule, Sheet, Words


def png(sheet: Sheet, faces: Faces, scale: float = 2.0) -> bytes:
    """The sheet, `scale` pixels to a point. Raises `WrongUse` for letters that no font has."""
    from PIL import Image, ImageDraw

    fine = 2 * scale  # drawn twice as large, so that lines and stars have soft edges
    picture = Image.new("RGB", (round(sheet.width * fine), round(sheet.height * fine)))
    pen = ImageDraw.Draw(picture)
    for mark in sheet.marks:
        _draw(pen, mark, fine, faces)
    into = BytesIO()
    small = picture.resize((round(sheet.width * scale), round(sheet.height * scale)), Image.Resampling.LANCZOS)
    small.save(into, "PNG", optimize=True)
    return into.getvalue()


def _draw(pen: Any, mark: Mark, by: float, faces: Faces) -> None:
    if isinstance(mark, Box):
        corners = (mark.x * by, mark.y * by, (mark.x + mark.width) * by, (mark.y + mark.height) * by)
        if mark.stroke:
            wide = max(1, round(mark.stroke * by))
            pen.rounded_rectangle(corners, mark.radius * by, outline=mark.color, width=wide)
        else:
            pen.rectangle(corners, fill=mark.color)
    elif isinstance(mark, Rule):
        ends = (mark.x * by, mark.y * by, mark.to_x * by, mark.to_y * by)
        pen.line(ends, fill=mark.color, width=max(1, round(mark.stroke * by)))
    elif isinstance(mark, Words):
        from PIL import ImageFont

        x = (mark.x - faces.measure(mark.text, mark.face, mark.size) / 2) * by
        for part, path in faces.runs(mark.text, mark.face):
            font = ImageFont.truetype(path, mark.size * by)
            pen.text((x, mark.y * by), part, font=font, fill=mark.color, anchor="ls")
            x += faces.font(path).stringWidth(part, mark.size) * by
    else:
        pen.polygon([(x * by, y * by) for x, y in mark.points], fill=mark.color)

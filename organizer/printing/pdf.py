"""A sheet as PDF, with its fonts in it. What draws it is imported when one is asked for."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from organizer.printing.fonts import Faces
from organizer.printing.layout import Box, Mark, Rule, Sheet, Words


def pdf(sheet: Sheet, faces: Faces) -> bytes:
    """The sheet, one page. Raises `WrongUse` for letters that no font has."""
    from reportlab.pdfgen.canvas import Canvas

    into = BytesIO()
    first = faces.font(faces.files["regular"][0]).fontName  # else a font that is not in the file is named in it
    canvas = Canvas(into, pagesize=(sheet.width, sheet.height), initialFontName=first, pageCompression=1)
    canvas.setTitle(sheet.title)
    canvas.setCreator("Organizer")
    for mark in sheet.marks:
        _draw(canvas, mark, sheet.height, faces)
    canvas.showPage()
    canvas.save()
    return into.getvalue()


def _draw(canvas: Any, mark: Mark, tall: float, faces: Faces) -> None:
    from reportlab.lib.colors import HexColor

    color = HexColor(mark.color)
    canvas.setFillColor(color)
    canvas.setStrokeColor(color)
    if isinstance(mark, Box):
        canvas.setLineWidth(mark.stroke)
        y = tall - mark.y - mark.height
        filled = int(not mark.stroke)
        canvas.roundRect(mark.x, y, mark.width, mark.height, mark.radius, stroke=1 - filled, fill=filled)
    elif isinstance(mark, Rule):
        canvas.setLineWidth(mark.stroke)
        canvas.line(mark.x, tall - mark.y, mark.to_x, tall - mark.to_y)
    elif isinstance(mark, Words):
        x = mark.x - faces.measure(mark.text, mark.face, mark.size) / 2
        for part, path in faces.runs(mark.text, mark.face):
            font = faces.font(path)
            canvas.setFont(font.fontName, mark.size)
            canvas.drawString(x, tall - mark.y, part)
            x += font.stringWidth(part, mark.size)
    else:
        path = canvas.beginPath()
        path.moveTo(mark.points[0][0], tall - mark.points[0][1])
        for at_x, at_y in mark.points[1:]:
            path.lineTo(at_x, tall - at_y)
        path.close()
        canvas.drawPath(path, stroke=0, fill=1)

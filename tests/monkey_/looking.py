"""What must hold of every picture: nothing wider than its place, no escape of what was written, the focus in sight."""

from __future__ import annotations

import unicodedata

from textual.widget import Widget

from screens.desk import Desk
from screens.widgets.canvas import Canvas
from screens.widgets.drawn import Drawn
from tests.screens_.person import Person


def wrong(me: Person, moved: bool) -> str:
    """What is wrong with the picture there is now, or "". `moved` is whether a key moved the cursor just now."""
    for line in me.lines:
        bad = next((c for c in line if unicodedata.category(c) == "Cc"), "")
        if bad:
            return f"a control character {bad!r} on the screen: {line.strip()!r}"
    for widget in me.app.screen.query(Widget):
        if isinstance(widget, Canvas | Drawn) and widget.display and widget.size.width:
            for y in range(widget.size.height):
                length = widget.render_line(y).cell_length
                if length != widget.size.width:  # what is missing would show what stood there before
                    return f"{type(widget).__name__} row {y} is {length} wide in {widget.size.width}"
    return unfocused(me) if moved and isinstance(me.app.screen, Desk) else ""


def unfocused(me: Person) -> str:
    """What is wrong with the sign of the focus on the page that is open, or ""."""
    canvas, page = me.desk.canvas, me.desk.page
    lane = page.current
    if lane is None or not lane.key or me.desk.writing or canvas.region.height < 8 or page.moving or canvas.says:
        return ""
    sign = me.app.ink.signs.focus
    region = canvas.region
    rows = [line[region.x : region.right] for line in me.lines[region.y : region.bottom]]
    if sign == ">":
        return ""  # stands in what was written as well
    seen = [y for y, row in enumerate(rows) if sign in row]
    if not seen:
        return f"no focus in sight on {page.place}, {lane.name} {lane.key}"
    if seen != list(range(seen[0], seen[-1] + 1)):
        return f"the focus stands on rows {seen} of {page.place}"
    return ""

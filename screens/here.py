"""What holds on this machine alone is followed while the app is open."""

from __future__ import annotations

from typing import Any

from organizer.machine import Machine


def hold(app: Any, here: Machine) -> None:
    """Go on with what the file says now; what of it could not be taken is said."""
    if app.desk.canvas.quiet.text in app.here.said:
        app.desk.hush()  # it has been put right since, or is said anew
    app.here = here
    app.recolor()
    for page in app.desk.pages.values():
        page.dirty = True
    app.desk.show_again()
    for said in here.said[:1]:
        app.desk.say(said, care=True, stays=True)

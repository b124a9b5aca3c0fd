"""The screens that have a page of help, by the place, each with its name."""

from __future__ import annotations

from organizer.commands.about import PLACES

PAGES = {**dict(PLACES), "settings": "Settings"}

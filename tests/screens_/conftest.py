"""Nothing moves by itself on the screens that are tested."""

from __future__ import annotations

import pytest
from textual import constants

from screens import desk, sheet
from screens.dialogs import in_place, overlay
from screens.widgets import keybar


@pytest.fixture(autouse=True)
def still(monkeypatch: pytest.MonkeyPatch) -> None:
    """No animations, also where textual was imported before TEXTUAL_ANIMATIONS was set."""
    monkeypatch.setattr(constants, "TEXTUAL_ANIMATIONS", "none")


@pytest.fixture(autouse=True)
def quiet_lines_stay(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a quiet line says is there for an hour: a slow machine takes longer than its six seconds to look."""
    for module in (desk, sheet, in_place, overlay, keybar):
        monkeypatch.setattr(module, "QUIET_SECONDS", 3600)

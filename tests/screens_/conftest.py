"""Nothing moves by itself on the screens that are tested."""

from __future__ import annotations

import pytest
from textual import constants


@pytest.fixture(autouse=True)
def still(monkeypatch: pytest.MonkeyPatch) -> None:
    """No animations, also where textual was imported before TEXTUAL_ANIMATIONS was set."""
    monkeypatch.setattr(constants, "TEXTUAL_ANIMATIONS", "none")

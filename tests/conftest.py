"""Every test has a home of its own, the machine's own clock, and nothing that moves by itself."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

os.environ["TEXTUAL_ANIMATIONS"] = "none"  # read when textual is imported
# A slow machine fails nothing; where every change is tried, the examples are the same every time.
CALM = {"deadline": None, "suppress_health_check": [HealthCheck.too_slow], "derandomize": "CI" in os.environ}
settings.register_profile("house", **CALM)
settings.load_profile("house")


@pytest.fixture(autouse=True)
def isolated(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Away from the person's own practice and settings."""
    monkeypatch.setenv("ORGANIZER_HOME", str(tmp_path / "practice"))
    monkeypatch.setenv("ORGANIZER_BACKUPS", "off")
    for name in ("ORGANIZER_NOW", "NO_COLOR", "TEXTUAL_FPS", "TEXTUAL_COLOR_SYSTEM"):
        monkeypatch.delenv(name, raising=False)

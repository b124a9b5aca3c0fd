"""Tests, a folder per room: `python -m pytest` from the project's root."""

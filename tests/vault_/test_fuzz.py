"""Bytes that nobody wrote are read without a crash, a hang or a heap of memory; a sample of fuzz.py."""

from __future__ import annotations

import sys

import pytest

from tests.vault_.fuzz import fuzz


@pytest.mark.skipif(sys.platform == "win32", reason="a limit of memory, and an alarm")
@pytest.mark.parametrize("is_sealed", [False, True])
def test_some_thousand_inputs(is_sealed: bool) -> None:
    seen, examples = fuzz(2500, is_sealed)
    assert seen["fine"] == 2500, examples

"""Left alone the app looks up less often; a key is read at once all the same."""

from __future__ import annotations

import os
import selectors
import sys

import pytest

from screens.leaving import driver
from screens.patience import LONG, SOON, Patient


def test_when_nothing_comes_it_is_waited_longer_and_a_key_is_read_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    waits: list[float | None] = []
    select = selectors.SelectSelector.select

    def heard(self: selectors.SelectSelector, timeout: float | None = None) -> object:
        waits.append(timeout)
        return select(self, 0)

    monkeypatch.setattr(selectors.SelectSelector, "select", heard)
    reads, writes = os.pipe()
    with Patient() as patient:
        patient.register(reads, selectors.EVENT_READ)
        for _ in range(SOON + 2):
            assert patient.select(0.1) == []
        assert waits == [0.1] * SOON + [LONG] * 2
        patient.unregister(reads)
        assert patient.select(0.1) == []
        assert waits[-1] == 0, "whoever ends the thread waits for it once"
        patient.register(reads, selectors.EVENT_READ)
        os.write(writes, b"x")
        assert patient.select(0.1)
        os.read(reads, 1)
        assert patient.select(0.1) == []
        assert waits[-1] == 0.1, "an escape may still turn out to be alone"
    os.close(reads)
    os.close(writes)


@pytest.mark.skipif(sys.platform == "win32", reason="Textual reads keys in another way there")
def test_the_thread_that_reads_keys_waits_so() -> None:
    from textual.drivers import linux_driver

    assert driver() is not None
    assert linux_driver.selectors.SelectSelector is Patient

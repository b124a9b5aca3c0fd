"""Whatever is done in whatever order: the vault holds what a plain dict would."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from data.vault import Vault
from organizer.change import Change, Row
from organizer.records import Entry
from tests.vault_.tools import commit

TEXT = st.text(max_size=12)
EDIT = st.tuples(st.sampled_from(["a1", "b2", "c3", "é 4"]), st.none() | TEXT)
STEP = st.lists(EDIT, min_size=1, max_size=3) | st.sampled_from(["reopen", "other", "news", "read"])


@settings(max_examples=150, deadline=None)
@given(st.lists(STEP, max_size=40))
def test_like_a_dict(steps: list[list[tuple[str, str | None]] | str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        model: dict[str, Entry] = {}
        vaults = [Vault.open(home, compact_after=900, background=False), Vault.open(home)]
        for step in steps:
            if step == "reopen":
                vaults[0].close()
                vaults[0] = Vault.open(home, compact_after=900, background=False)
                assert vaults[0].table("entries") == model
            elif step == "other":
                vaults.reverse()
            elif step == "news":
                vaults[0].news()
                assert all(vaults[0].has("entries", id) == (id in model) for id in ("a1", "b2", "c3", "é 4"))
            elif step == "read":
                vaults[0].table("entries")
            else:
                assert not isinstance(step, str)
                commit(vaults[0], _change(model, step))
        for vault in vaults:
            vault.news()
            assert vault.table("entries") == model
            assert not vault.damage
            vault.close()


def _change(model: dict[str, Entry], edits: list[tuple[str, str | None]]) -> Change:
    """A change of several rows, done to the model as well."""
    rows = []
    for id, text in edits:
        before = model.pop(id, None)
        after = None if text is None else Entry(id, text=text)
        if after is not None:
            model[id] = after
        rows.append(Row("entries", id, before, after))
    return Change("Step", tuple(rows))

"""`organizer packs`: listing, adopting, names nobody has, and files of one's own, as a person types them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from data.starter.library import PACK, library
from tests.screens_.person import at_screen
from tests.shell_.conftest import NOW, ROOT, Run, home, kept, organizer
from tests.starter_.test_library import GOOD

__all__ = ["home", "organizer"]
DOCS = (ROOT / "docs" / "packs.md").read_text(encoding="utf-8")


def test_bundles_are_listed_and_nothing_is_kept(organizer: Run, home: Path) -> None:
    said = organizer("packs")
    assert said.code == 0
    for bundle in library().bundles:
        assert f"  {bundle.id} " in said.out
    assert "adopted" not in said.out
    assert kept(home)["entries"] == {}


def test_a_bundle_a_task_and_several(organizer: Run) -> None:
    assert "Pay the estimated tax" in organizer("packs", "solo-insurance").out
    assert organizer("packs", "solo", "insurance").out == organizer("packs", "solo-insurance").out
    task = organizer("packs", "caqh").out
    for words in ("training/caqh", "every 120 days after done", "15 days, 10 days, 5 days", "○ Attest, and save"):
        assert words in task
    both = organizer("packs", "caqh", "aging").out
    assert len(both.splitlines()) == 2


def test_adopting_a_bundle(organizer: Run, home: Path) -> None:
    said = organizer("packs", "adopt", "solo", "insurance")
    assert said.code == 0
    assert len(said.out.splitlines()) == 24
    assert "Adopted: Solo, with insurance, 24 tasks" in said.err
    assert "2 tasks in the inbox" in said.err
    assert "24 adopted" in organizer("packs").out
    assert organizer("packs", "solo-insurance").out.count("✓") == 24
    again = organizer("packs", "adopt", "solo-insurance")
    assert (again.code, again.out) == (0, "")
    assert "on the Board already" in again.err
    assert organizer("undo").code == 0
    assert kept(home)["entries"] == {}


def test_adopting_tasks_by_name(organizer: Run, home: Path) -> None:
    said = organizer("packs", "adopt", "estimated-tax", "accounting/money-page", "good-faith-estimate", "--json")
    assert [entry["due"] for entry in said.json] == ["2026-06-15", "2026-07-08", "2026-06-12"]
    assert "CAQH" in organizer("packs", "adopt", "Re-attest", "at", "CAQH").out
    assert len(kept(home)["entries"]) == 4
    assert {entry["pack"] for entry in kept(home)["entries"].values()} >= {"accounting/estimated-tax"}


def test_json_is_a_contract(organizer: Run) -> None:
    organizer("packs", "adopt", "caqh")
    everything = organizer("packs", "--json").json
    assert list(everything) == ["bundles", "tasks", "problems"]
    assert (len(everything["bundles"]), len(everything["tasks"]), everything["problems"]) == (13, 82, [])
    assert all(list(b) == ["id", "title", "about", "own", "tasks", "adopted"] for b in everything["bundles"])
    assert [len(task["adopted"]) for task in everything["tasks"] if task["adopted"]] == [5]
    assert set(everything["tasks"][0]) == {*PACK["task[]"], "adopted"}
    one = organizer("packs", "group", "--json").json
    assert [bundle["id"] for bundle in one["bundles"]] == ["group"]
    assert len(one["tasks"]) == len(one["bundles"][0]["tasks"])
    assert organizer("packs", "caqh", "--json").json["bundles"] == []


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("packs", "frobnicate"), 3, "There is no bundle or task 'frobnicate'"),
        (("packs", "adopt", "solo-insurence"), 3, "Did you mean solo-insurance?"),
        (("packs", "adopt", "caqh", "money"), 3, "Did you mean money-page?"),
        (("packs", "adopt"), 2, "Say what to adopt"),
        (("packs", "adopt", "accounting", "training", "outreach"), 2, "nothing was adopted"),
        (("packs", "--all"), 2, "no option"),
    ],
)
def test_what_cannot_be_is_one_sentence(
    organizer: Run, home: Path, words: tuple[str, ...], code: int, said: str
) -> None:
    result = organizer(*words)
    assert result.code == code
    assert said in result.err
    assert result.out == ""
    assert len(result.err.splitlines()) == 1
    assert kept(home)["entries"] == {}


def test_a_pack_of_ones_own(organizer: Run, home: Path) -> None:
    (home / "packs").mkdir(parents=True)
    (home / "packs" / "my-board.toml").write_text(GOOD)
    (home / "packs" / "broken.toml").write_text(GOOD.replace("every may 2", "evry may 2"))
    said = organizer("packs")
    assert re.search(r"^My own\n  my-board +1 task", said.out, re.MULTILINE)
    assert "packs/broken.toml, line 9, field cadence: 'evry may 2' is no rhythm" in said.err
    done = organizer("packs", "adopt", "my-board")
    assert "Take the exam" in done.out
    assert organizer("packs", "my-board", "--json").json["tasks"][0]["adopted"] == done.id


# -- docs/packs.md


def test_the_page_tells_every_field_and_kind() -> None:
    fields, kinds = DOCS.partition("| kind | cadence |")[::2]
    assert re.findall(r"^\| `(\w+)` \|", fields, re.MULTILINE) == sorted(
        PACK["task[]"], key=re.findall(r"^\| `(\w+)` \|", fields, re.MULTILINE).index
    )
    assert set(re.findall(r"^\| `(\w+)` \| ", kinds, re.MULTILINE)) == set(PACK["task[]"]["kind"].allowed)


def test_the_example_and_the_rhythms_of_the_page_are_read(tmp_path: Path) -> None:
    from organizer.packs import cadence_trouble

    (example,) = re.findall(r"```toml\n(.*?)```", DOCS, re.DOTALL)
    (tmp_path / "packs").mkdir()
    (tmp_path / "packs" / "my-board.toml").write_text(example)
    found = library(tmp_path)
    assert found.problems == ()
    assert found.find("my-board").title == "My board"
    rows = re.findall(r"^\| `(\w+)` \| (`.*) \|$", DOCS.partition("| kind | cadence |")[2], re.MULTILINE)
    assert len(rows) == 5
    for kind, cadences in rows:
        for cadence in re.findall(r"`([^`]+)`", cadences):
            assert cadence_trouble(kind, cadence) == ""


def test_the_clock_of_these_tests() -> None:
    assert NOW == "2026-06-11T09:14:00"


BROKEN = "".join(
    f'[[task]]\nid = "t{n}"\ntitle = "Task {n}"\narea = "accounting"\nkind = "sometimes"\ncadence = "every friday"\n'
    for n in range(8)
)
"""A pack of one's own with the same fault in each of its eight tasks."""


def broken(home: Path) -> Path:
    """A home with two packs that cannot be read."""
    (home / "packs").mkdir(parents=True, exist_ok=True)
    (home / "packs" / "mine.toml").write_text(f'[pack]\nid = "mine"\ntitle = "Mine"\n{BROKEN}', encoding="utf-8")
    (home / "packs" / "other.toml").write_text("[pack\n", encoding="utf-8")
    return home


def test_a_broken_pack_is_told_in_one_sentence_and_all_of_it_when_asked(organizer: Run, home: Path) -> None:
    broken(home)
    everything = organizer("packs", "--json").json["problems"]
    shown = organizer("packs").err.splitlines()
    assert len(everything) > 8
    assert [line.partition(",")[0] for line in shown if line.startswith("packs/")] == [
        "packs/mine.toml", "packs/other.toml",
    ]  # fmt: skip
    assert f"{len(everything) - 2} more: organizer packs --problems shows them." in shown
    assert organizer("packs", "--problems").err.splitlines()[-len(everything) :] == everything
    for name in ("mine", "other"):
        (home / "packs" / f"{name}.toml").unlink()
    assert "Every pack can be read." in organizer("packs", "--problems").err


async def test_the_shelf_tells_one_of_them_and_the_others_by_a_click(tmp_path: Path) -> None:
    found = library(broken(tmp_path))
    async with at_screen() as me:
        me.app.desk.library = lambda: found
        await me.press("ctrl+p")
        await me.type("shelf")
        await me.press("enter")
        await me.press(*["pagedown"] * 30)
        more = len(found.problems) - 2
        assert me.sees(f"{more} more: show them")
        await me.press("enter")
        await me.press(*["pagedown"] * 30)
        assert not me.sees("more: show them")
        assert me.sees("packs/other.toml, line 1"), "the last one is reached by the keys"
        assert sum("packs/mine.toml" in line for line in me.lines) > 5

"""`organizer path`: the way in from the shell."""

from __future__ import annotations

from pathlib import Path

from tests.shell_.conftest import Run, kept


def test_a_snag_is_noted_made_a_task_and_gone(organizer: Run, home: Path) -> None:
    noted = organizer("path", "snag", "14 pages, on paper", "--at", "prep", "--weight", "4")
    assert (noted.code, noted.err) == (0, "A snag at Prepare: 14 pages, on paper\n")
    assert "Prepare, weighs 4" in noted.out
    assert organizer("path", "task", noted.id, "forms", "online", "by", "friday").code == 0
    (entry,) = kept(home)["entries"].values()
    assert (entry["text"], entry["due"], entry["area"]) == ("forms online", "2026-06-12", "outreach")
    assert "There is a task for it on the Board already." in organizer("path", "task", noted.id).err
    gone = organizer("path", "smooth", noted.id, "four", "pages,", "online", "--json").json
    assert (gone[0]["after"], gone[0]["closed"]) == ("four pages, online", "2026-06-11T09:14:00")
    assert "gone: 14 pages, on paper -> four pages, online" in organizer("path").out
    assert organizer("undo").code == 0
    view = organizer("path", "--json").json
    stop = next(one for one in view["stops"] if one["id"] == "prepare")
    assert (view["weight"], stop["snags"][0]["entry"], stop["weight"]) == (4, stop["snags"][0]["entry"], 4)


def test_a_snag_is_changed_and_dropped(organizer: Run) -> None:
    id = organizer("path", "snag", "the bell", "--at", "arrive").id
    assert organizer("path", "edit", id, "the", "bell", "sticks", "--weight", "5", "--at", "meet").code == 0
    shown = organizer("path", "--json").json
    meet = next(one for one in shown["stops"] if one["id"] == "meet")
    assert [(one["text"], one["weight"]) for one in meet["snags"]] == [("the bell sticks", 5)]
    assert organizer("path", "drop", id).code == 0
    assert organizer("path", "--json").json["weight"] == 0


def test_the_way_is_walked(organizer: Run) -> None:
    organizer("path", "snag", "the bell", "--at", "arrive", "--weight", "5")
    begun = organizer("path", "walk")
    assert "never heard of us" in begun.out
    for stop in ("find", "ask", "book", "prepare", "arrive", "meet", "pay", "stay"):
        assert organizer("path", "seen", stop).code == 0
    assert "Still to see: Goodbye." in organizer("path").err
    assert organizer("path", "seen", "Goodbye").err == "The way is walked\n"
    view = organizer("path", "--json").json
    assert (view["walk"], view["before"], view["walk_due"]) == (None, 5, False)
    assert organizer("path", "seen", "find").code == 2


def test_stops_are_added_renamed_moved_and_left_out(organizer: Run) -> None:
    assert organizer("path", "stop", "add", "First visit", "--at", "arrive").code == 0
    assert organizer("path", "stop", "rename", "ask", "Call").code == 0
    assert organizer("path", "stop", "move", "pay", "earlier").code == 0
    assert organizer("path", "stop", "out", "stay").code == 0
    names = [one["name"] for one in organizer("path", "--json").json["stops"]]
    assert names == ["Find us", "Call", "Book", "Prepare", "Arrive", "First visit", "Pay", "Meet", "Goodbye"]
    for _ in range(4):
        organizer("undo")
    assert [one["name"] for one in organizer("path", "--json").json["stops"]][1] == "Ask"


def test_what_cannot_be_is_said_in_a_sentence(organizer: Run) -> None:
    organizer("path", "snag", "x", "--at", "find")
    for words, code, says in (
        (("snag", "x", "--at", "zoo"), 3, "There is no stop 'zoo'."),
        (("snag", "x"), 3, "At which stop?"),
        (("snag", "--at", "find"), 2, "Say in a few words"),
        (("snag", "x", "--at", "find", "--weight", "9"), 2, "How heavy is it?"),
        (("task", "zzzzz"), 3, "There is no snag"),
        (("dance",), 2, "path can:"),
        (("stop", "rename", "ask", "Book"), 7, "There is a stop of that name already."),
        (("stop", "add", "a name that is much too long for it"), 2, "letters at most"),
    ):
        result = organizer("path", *words)
        assert (result.code, says in result.err) == (code, True), (words, result)

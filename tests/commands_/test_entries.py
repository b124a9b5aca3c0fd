"""What can be done with an entry, and what the vault then holds."""

from __future__ import annotations

import pytest

from organizer.records import Check, Day, Entry, Placement, Setting
from organizer.settings.look import LIGHT
from tests.commands_.tools import AT, CALL, DONE, FOUR, NOTES, NOW, RENT, Room


@pytest.fixture
def room() -> Room:
    """Four entries: the rent, the notes, a call that is past due, and a lease that is done."""
    return Room(*FOUR)


def test_done_and_taken_up_again(room: Room) -> None:
    assert room.run("entry.done", RENT.id[:5]).label == "Done: Pay the rent"
    assert room.entry(RENT.id) == RENT._replace(stage="done", closed=AT, was=RENT.stage)
    assert room.run("entry.done", RENT.id).label == "Taken up again: Pay the rent"
    assert room.entry(RENT.id) == RENT


def test_done_finishes_what_is_open_and_leaves_the_rest(room: Room) -> None:
    change = room.run("entry.done", RENT.id, DONE.id, RENT.id, CALL.id)
    assert change.label == "Done: 3 entries"
    assert [row.id for row in change.rows] == [RENT.id, CALL.id]
    assert room.entry(DONE.id) == DONE


def test_the_shell_only_finishes(room: Room) -> None:
    assert room.refuses("entry.done", DONE.id, only_finish=True) == "That is done already; nothing was changed."
    room.run("entry.drop", RENT.id)
    assert "let go already" in room.refuses("entry.drop", RENT.id, only_finish=True)


def test_let_go_and_picked_up_again(room: Room) -> None:
    assert room.run("entry.drop", CALL.id).label == "Let go: Call the payer"
    assert room.entry(CALL.id) == CALL._replace(stage="let go", closed=AT, was=CALL.stage)
    assert room.run("entry.drop", CALL.id).label == "Picked up again: Call the payer"
    assert room.entry(CALL.id) == CALL
    room.run("entry.drop", DONE.id)
    assert room.entry(DONE.id).stage == "let go"


def test_edit_several_fields_at_once(room: Room) -> None:
    change = room.run(
        "entry.edit",
        RENT.id,
        fields={"text": " Pay  the new rent ", "due": "next friday 4pm", "dread": "some", "tags": "home, money"},
    )
    assert len(change.rows) == 1
    after = room.entry(RENT.id)
    assert (after.text, after.due, after.dread, after.tags) == (
        "Pay  the new rent",
        "2026-06-19T16:00",
        1,
        ("home", "money"),
    )


def test_an_edit_that_says_what_is_there_already_is_no_change(room: Room) -> None:
    logged = len(room.vault.log)
    assert room.run("entry.edit", RENT.id, fields={"text": "Pay the rent"}).rows == ()
    assert len(room.vault.log) == logged


def test_editing_the_stage_closes_and_opens(room: Room) -> None:
    room.run("entry.edit", RENT.id, fields={"stage": "done"})
    assert room.entry(RENT.id).closed == AT
    room.run("entry.edit", RENT.id, fields={"stage": "under way"})
    assert (room.entry(RENT.id).stage, room.entry(RENT.id).closed) == ("doing", None)
    room.run("entry.edit", DONE.id, fields={"stage": "let go"})
    assert room.entry(DONE.id).stage == "let go"


def test_what_waits_for_what_never_goes_round(room: Room) -> None:
    circle = "That would make a circle: each would wait for the other. Nothing was changed."
    itself = "Nothing can come after itself. Nothing was changed."
    assert room.refuses("entry.edit", RENT.id, fields={"blocked_by": RENT.id}) == itself
    room.run("entry.edit", RENT.id, fields={"blocked_by": CALL.id[:5]})
    room.run("entry.edit", CALL.id, fields={"blocked_by": f"{NOTES.id}, {DONE.id}"})
    assert room.entry(CALL.id).blocked_by == (NOTES.id, DONE.id)
    assert room.refuses("entry.edit", NOTES.id, fields={"blocked_by": RENT.id}) == circle
    assert room.refuses("entry.edit", DONE.id, fields={"blocked_by": "rent0", "text": "Never"}) == circle
    room.run("entry.edit", RENT.id, fields={"blocked_by": ""})
    room.run("entry.edit", NOTES.id, fields={"blocked_by": RENT.id})
    assert room.entry(NOTES.id).blocked_by == (RENT.id,)


def test_an_edit_of_several_is_all_or_nothing(room: Room) -> None:
    room.refuses("entry.edit", RENT.id, CALL.id, fields={"blocked_by": CALL.id})
    assert room.refuses("entry.edit", RENT.id) == "Say what to change, for example due=friday."


def test_move_to_an_area_a_stage_or_a_day(room: Room) -> None:
    room.run("entry.move", RENT.id, to="train")
    assert room.entry(RENT.id).area == "training"
    room.run("entry.move", RENT.id, to="Under way")
    assert room.entry(RENT.id).stage == "doing"
    room.run("entry.move", RENT.id, to="done")
    assert (room.entry(RENT.id).stage, room.entry(RENT.id).closed) == ("done", AT)
    room.run("entry.move", RENT.id, to="inbox")
    assert (room.entry(RENT.id).stage, room.entry(RENT.id).closed) == ("inbox", None)
    room.run("entry.move", RENT.id, to="", kind="area")
    assert room.entry(RENT.id).area == ""
    assert (
        room.refuses("entry.move", RENT.id, to="the moon") == "'the moon' is no area, stage or day. Nothing was moved."
    )
    assert room.refuses("entry.move", RENT.id) == "Say where to: an area, a stage, or a day."


def test_moving_to_a_day_leaves_a_stroke_on_the_page_before(room: Room) -> None:
    id = room.run("catch", text="Sort the mail").rows[0].id
    assert room.entry(id).placements == (Placement("day:2026-06-11"),)
    room.run("entry.move", id, to="tomorrow")
    room.run("entry.move", id, to="june 15")
    assert room.entry(id).placements == (
        Placement("day:2026-06-11", "moved"),
        Placement("day:2026-06-12", "moved", "2026-06-11T09:14:00"),
        Placement("day:2026-06-15", "here", "2026-06-11T09:14:00"),
    )
    assert room.entry(id).deferrals == 2
    assert room.entry(id).due is None
    assert room.run("entry.move", id, to="june 15").rows == ()
    room.run("entry.move", RENT.id, to="friday 4pm")
    assert room.entry(RENT.id).placements == (Placement("day:2026-06-12", "here", "2026-06-11T09:14:00"),)
    assert room.entry(RENT.id).deferrals == 0


def test_later_and_no_day_at_all(room: Room) -> None:
    assert room.run("entry.later", RENT.id, when="in 3 days").label == "Later: Pay the rent"
    assert room.entry(RENT.id).due == "2026-06-14"
    room.run("entry.later", RENT.id, when="next mon 4pm")
    assert room.entry(RENT.id).due == "2026-06-15T16:00"
    assert room.run("entry.later", RENT.id, when="none").label == "No day: Pay the rent"
    assert room.entry(RENT.id).due is None
    assert "'fribday' is not a day" in room.refuses("entry.later", RENT.id, when="fribday")


def test_later_reads_the_day_first_where_that_is_the_custom() -> None:
    room = Room(RENT, Setting("day_first", True))
    room.run("entry.later", RENT.id, when="3/7")
    assert room.entry(RENT.id).due == "2026-07-03"


def test_dread_goes_round_or_to_a_level(room: Room) -> None:
    levels = []
    for _ in range(4):
        room.run("entry.dread", NOTES.id)
        levels.append(room.entry(NOTES.id).dread)
    assert levels == [3, 0, 1, 2]
    room.run("entry.dread", NOTES.id, level="a lot")
    assert room.entry(NOTES.id).dread == 2
    assert "from 0 to 3" in room.refuses("entry.dread", NOTES.id, level="7")


def test_tick_add_and_take_off_lines_of_the_checklist(room: Room) -> None:
    assert room.run("check.tick", NOTES.id, line=0).label == "Ticked a line of: Finish the progress notes"
    assert room.run("check.tick", NOTES.id, line=1).label == "Cleared a line of: Finish the progress notes"
    assert room.entry(NOTES.id).checklist == (Check("Monday", True), Check("Tuesday"), Check("Wednesday"))
    room.run("check.add", NOTES.id, text="Thursday\n\n Friday [/] \n")
    room.run("check.drop", NOTES.id, line=1)
    assert [line.text for line in room.entry(NOTES.id).checklist] == ["Monday", "Wednesday", "Thursday", "Friday [/]"]


@pytest.mark.parametrize("line", [-1, 3, 99])
def test_a_line_that_is_not_there(room: Room, line: int) -> None:
    for command in ("check.tick", "check.drop"):
        assert (
            room.refuses(command, NOTES.id, line=line)
            == "That line of the checklist has changed meanwhile, so it was left as it is. Look again."
        )
    room.refuses("check.tick", NOTES.id)


def test_a_checklist_line_needs_words_and_one_entry(room: Room) -> None:
    assert room.refuses("check.add", NOTES.id, text=" \n ") == "Type what the line should say."
    for command in ("check.add", "check.tick", "check.drop", "entry.pick"):
        assert room.refuses(command, NOTES.id, RENT.id, text="x", line=0) == "Choose one entry."


def test_three_is_enough_for_one_day(room: Room) -> None:
    for id in (RENT.id, NOTES.id, CALL.id):
        room.run("entry.pick", id)
    today = room.vault.tables["days"]["2026-06-11"]
    assert today == Day("2026-06-11", (RENT.id, NOTES.id, CALL.id))
    assert room.refuses("entry.pick", DONE.id) == "Three is enough for one day. Put one back first."
    assert room.run("entry.pick", NOTES.id).label == "Put back: Finish the progress notes"
    room.run("entry.pick", DONE.id)
    assert room.office.practice.day("2026-06-11").three == (RENT.id, CALL.id, DONE.id)


def test_an_entry_that_is_gone_makes_room_among_the_three() -> None:
    room = Room(RENT, NOTES, CALL, Day("2026-06-11", (RENT.id, "gone000000", CALL.id), opened="2026-06-11T08:30:00"))
    room.run("entry.pick", NOTES.id)
    assert room.office.practice.day("2026-06-11") == Day(
        "2026-06-11", (RENT.id, CALL.id, NOTES.id), "2026-06-11T08:30:00"
    )


def test_the_office_opens_closes_and_opens_again(room: Room) -> None:
    assert room.run("office.toggle").label == "Opened the office"
    room.clock.at = NOW.replace(hour=17, minute=0)
    assert room.run("office.toggle").label == "Closed the office"
    assert room.office.practice.day("2026-06-11") == Day("2026-06-11", opened=AT, closed="2026-06-11T17:00:00")
    room.run("office.toggle")
    assert room.office.practice.day("2026-06-11") == Day("2026-06-11", opened=AT)


def test_light_and_signs_go_round_or_are_chosen(room: Room) -> None:
    assert [room.run("look.light", name="light").label for _ in range(3)] == [
        "Light or dark: dark",
        "Light or dark: light",
        "Light or dark: by the clock",
    ]
    room.run("look.signs", name="signs")
    assert room.office.practice.setting("signs") == "plain"
    room.run("look.signs", name="signs", value="pretty")
    assert room.vault.tables["settings"]["signs"] == Setting("signs", "pretty")
    assert room.refuses("look.light", name="light", value="pink") == "Light or dark can be: by the clock, dark, light."
    said = "There is no setting 'lights'. The nearest one is light."
    assert room.refuses("look.light", name="lights") == said
    assert "no setting" in room.refuses("look.light")


def test_a_setting_that_makes_no_sense_counts_as_never_set() -> None:
    room = Room(Setting("light", "sepia"))
    assert LIGHT.of(room.office.practice) == "by the clock"
    room.run("look.light", name="light")
    assert room.office.practice.setting("light") == "dark"


@pytest.mark.parametrize(
    "command",
    ["entry.done", "entry.drop", "entry.edit", "entry.move", "entry.later", "entry.dread", "entry.pick", "check.add"],
)
def test_what_is_not_there_is_refused_with_a_sentence(room: Room, command: str) -> None:
    answers = {"fields": {"text": "x"}, "to": "training", "when": "friday", "text": "x"}
    assert (
        room.refuses(command, "zzzzz", **answers) == "There is no entry 'zzzzz'. `organizer list` shows what there is."
    )
    assert room.refuses(command, **answers) == "Choose an entry first."
    room.refuses(command, "", **answers)


def test_the_beginning_of_an_id_must_mean_one_entry() -> None:
    room = Room(Entry("ab1c000000", text="One"), Entry("ab1d000000", text="Other"))
    assert room.refuses("entry.done", "ab1") == "2 entries begin with 'ab1': ab1c0, ab1d0. Add a letter."
    room.run("entry.done", "AB1C")
    assert room.entry("ab1c000000").stage == "done"


def test_a_long_title_is_cut_in_the_name_of_a_change() -> None:
    room = Room(RENT._replace(text="word " * 40))
    label = room.run("entry.done", RENT.id).label
    assert label.startswith("Done: word word")
    assert len(label) <= 66
    assert label.endswith("…")

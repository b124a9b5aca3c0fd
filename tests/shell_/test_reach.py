"""The shell does what makes sense there: what each verb has the office run is written down, and the rest is counted."""

from __future__ import annotations

import shlex
from pathlib import Path
from typing import Any

import pytest

from data.starter.demo import demo_records
from data.vault import Vault
from organizer.change import Change
from organizer.clock import StoppedClock
from organizer.commands import COMMANDS
from organizer.office import Office
from organizer.reach import BY_ITSELF, IN_THE_SHELL, NOT_IN_THE_SHELL
from organizer.shell import verbs
from organizer.word import states
from tests.looks_.pages import NOW
from tests.reach_.scenes import LOOSE
from tests.shell_.conftest import Run, kept
from tests.shell_.test_word import SAID, standing

UNTRIED = (
    "tour",
    "passphrase set",
    "passphrase change",
    "passphrase remove",
    "reminders test",
    "lock",
    "redo",
    *verbs.PLACES,
)
"""What needs a terminal or a desktop: that there is such a verb is all that is looked at."""

LINES = """
    add TEXT
    done TASK
    pick PICKED
    pick TASK
    skip REPEATED
    pause REPEATED
    resume REPEATED
    edit TASK area=training
    move TASK training
    drop TASK
    migrate TASK
    schedule TASK september
    collect TASK lists of mine
    collections add a second one
    collections rename "lists of" "words of the web"
    collections continue words of the
    collections away a second
    collections up words
    habits add a walk
    habits tick "a walk"
    habits rename "a walk" a long walk
    habits rest a long
    habits stop a long
    promise TEXT --to payer --by friday
    word PROMISE edit estimate=20
    inquiry TEXT --from "Heron 77"
    answer INQUIRY answered
    door edit INQUIRY text=asks for evenings
    door away "Larch 5"
    door follow QUIET followed
    door full yes
    closures add dec 24 --what winter
    closures change CLOSURE dec 25
    closures remove CLOSURE
    closures holidays open
    win TEXT
    wins WIN "text=other words"
    wins WIN drop
    reward tea and biscuits --stars 1
    rewards REWARD stars=2
    rewards REWARD take
    rewards TAKEN back
    rewards TAKEN again
    rewards REWARD drop
    path snag TEXT --at pay
    path edit SNAG other words
    path task SNAG
    path smooth SNAG
    path drop SNAG
    path walk
    path seen pay
    path stop add the waiting room
    path stop rename pay paying
    path stop move pay earlier
    path stop out pay
    feedback task COMMENT a sign at the door
    feedback praise COMMENT kind words
    feedback drop COMMENT
    feedback changed "too dark" "a lamp"
    feedback changed undo HEEDED
    feedback question heard How was it?
    feedback round summer
    rituals add Mine "What is next?"
    rituals ask close "Is the plant watered?"
    rituals reword close 1 "What is done?"
    rituals off close 1
    rituals up close 2
    rituals sixty close 1
    rituals when week every thursday
    rituals reset close
    rituals drop Mine 1
    rituals rest week
    areas add Consulting
    areas rename consulting Teaching
    areas about teaching talks
    areas move teaching 1
    areas color teaching heather
    areas clients teaching yes
    areas retire teaching
    theme write TEXT
    theme told telephone a colleague
    theme moment TEXT
    packs adopt estimated-tax
    settings clock 24 hours
    settings clock --reset
    keys entry.pick f5
    search rent --save "The rent"
    searches rename "The rent" Rent
    searches remove Rent
    reminders never TASK
    import json all.json --mine
    check --repair
"""
"""A line for each act of the command line."""


MADE: dict[str, tuple[str, tuple[str, ...]]] = {
    "TASK": ("entries", ("add", "- a line")),
    "REPEATED": ("entries", ("add", "water the plant every friday")),
    "PROMISE": ("commitments", ("promise", "a letter", "--to", "payer", "--by", "friday")),
    "INQUIRY": ("inquiries", ("inquiry", "asks for evenings", "--from", "Heron 78")),
    "QUIET": ("quiet", ("door", "away", "Larch 6")),
    "CLOSURE": ("closures", ("closures", "add", "july 3")),
    "WIN": ("wins", ("win", "a quiet day")),
    "REWARD": ("rewards", ("reward", "an hour outside", "--stars", "1")),
    "SNAG": ("snags", ("path", "snag", "the bell sticks", "--at", "arrive")),
    "HEEDED": ("heeded", ("feedback", "changed", "too cold", "a heater")),
}
"""What a word in capitals stands for: in which table it is, and the line that makes one."""


class Told:
    """A home with the made-up practice, a shell in it, and every command that the office was to run."""

    def __init__(self, organizer: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.organizer, self.folder, self.ran = organizer, folder, list[str]()
        run = Office.run

        def noted(office: Office, command: str, ids: tuple[str, ...] = (), **answers: Any) -> Change:
            self.ran.append(command)
            return run(office, command, ids, **answers)

        vault = Vault.open(folder)
        Office(vault, StoppedClock(NOW)).run("practice.fill", records=[*demo_records(NOW), LOOSE])
        vault.close()
        monkeypatch.chdir(folder.parent)
        monkeypatch.setattr(Office, "run", noted)

    def ids(self, table: str) -> set[str]:
        """The ids that a table has now."""
        vault = Vault.open(self.folder)
        try:
            return set(vault.table(table))
        finally:
            vault.close()

    def meant(self, word: str) -> str:
        """What a word of a line stands for."""
        if word == "TEXT":
            return "a few words"
        if word == "COMMENT":
            return min(self.ids("comments"))[:5]
        if word == "PICKED":
            return kept(self.folder)["days"][f"{NOW:%Y-%m-%d}"]["three"][0]
        if word == "TAKEN":
            id = self.meant("REWARD")
            assert self.organizer("rewards", id, "take").code == 0
            return id
        if word not in MADE:
            return word
        table, line = MADE[word]
        before = self.ids(table)
        assert self.organizer(*line).code == 0, line
        (id,) = self.ids(table) - before
        return id[:5]

    def types(self, line: str) -> str:
        """Type a line; what it said when it was refused."""
        done = self.organizer(*(self.meant(word) for word in shlex.split(line)))
        return f"{line}: {done.err or done.out}" if done.code else ""


@pytest.fixture
def told(organizer: Run, home: Path, monkeypatch: pytest.MonkeyPatch) -> Told:
    """The shell, listened to."""
    return Told(organizer, home, monkeypatch)


def test_what_verbs_run(told: Told, monkeypatch: pytest.MonkeyPatch) -> None:
    assert told.organizer("export", "json", "all.json").code == 0
    refused = [why for line in LINES.strip().splitlines() if (why := told.types(line.strip()))]
    for kind in SAID:
        id = standing(told.organizer, monkeypatch, states.STEPS[kind].frm[0])
        assert told.organizer("word", id, *SAID[kind]).code == 0
    assert "".join(refused) == ""
    shell, every = set(told.ran) | set(IN_THE_SHELL), set(COMMANDS) - set(BY_ITSELF)
    print(f"\nOf {len(every)} commands {len(shell & every)} by the shell: {len(set(told.ran) & every)} by a verb, ")
    print(f"{len(set(IN_THE_SHELL) - set(told.ran))} by another; {len(NOT_IN_THE_SHELL)} make no sense there.")
    assert every - shell - set(NOT_IN_THE_SHELL) == set()
    assert set(NOT_IN_THE_SHELL) & shell == set()
    assert {*IN_THE_SHELL, *NOT_IN_THE_SHELL} <= every


def test_what_another_verb_does(told: Told) -> None:
    refused = []
    for number, line in enumerate(sorted(set(IN_THE_SHELL.values()))):
        verb = line.split()[0]
        assert verb in (*verbs.names(), *verbs.PLACES, "help"), line
        if not line.startswith(UNTRIED):
            words = line.replace("FILE", f"made{number}").replace("REPLIES", "replies.csv").split("=")
            told.folder.parent.joinpath("replies.csv").write_text(REPLIES, encoding="utf-8")
            refused.append(told.types(quoted("=".join(words))))
    assert "".join(refused) == ""


def quoted(line: str) -> str:
    """The line as a shell takes it: what belongs to a field is one word."""
    head, equals, rest = line.partition("=")
    if not equals or " " not in rest or "=" in rest:
        return line
    return f'{head}="{rest}"'


REPLIES = "Timestamp,I felt welcome\n2026-05-02,5\n"

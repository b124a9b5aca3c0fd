"""Words of one's own to say at the door."""

from __future__ import annotations

from organizer.change import Change
from organizer.commands.command import Ask, Command, row
from organizer.commands.fields import clean
from organizer.door.finding import find_script
from organizer.errors import Conflict, WrongUse
from organizer.records.door import Script

NAME_AT_MOST, TEXT_AT_MOST = 60, 2000
HERE = ("scripts",)


def _said(ask: Ask, before: Script) -> Script:
    answers = ask.answers
    name = " ".join(clean(str(answers.get("name", before.name) or "")).split())
    lines = str(answers.get("text", before.text) or "").replace("\r", "").split("\n")
    text = "\n".join(clean(line).rstrip() for line in lines).strip()
    if not name or not text:
        raise WrongUse("A script needs a name and its words.")
    if len(name) > NAME_AT_MOST:
        raise WrongUse(f"A name of {NAME_AT_MOST} letters at most; this has {len(name)}. Say it in short.")
    if len(text) > TEXT_AT_MOST:
        raise WrongUse(f"Words of {TEXT_AT_MOST} letters at most; these are {len(text)}. Who would listen so long?")
    return before._replace(name=name, text=text)


def add(ask: Ask) -> Change:
    """Answers `name`, `text`, and `of` for shipped ones that these are to replace."""
    id, uuid = ask.new_id()
    of = str(ask.answers.get("of") or "")
    held = ask.practice.scripts.values()
    if of and any(one.of == of for one in held):
        raise Conflict("There are words of your own for this already. Change those.")
    order = max((one.order for one in held), default=0) + 1
    made = _said(ask, Script(id, uuid, of=of, order=order))
    return Change(f"Words to say: {made.name}", (row("scripts", None, made),))


def edit(ask: Ask) -> Change:
    """Answers `script`, and of `name` and `text` what is otherwise."""
    before = find_script(ask.practice, str(ask.answers.get("script", "")))
    after = _said(ask, before)
    return Change(f"Changed words: {after.name}", (row("scripts", before, after),) if after != before else ())


def remove(ask: Ask) -> Change:
    """Answer `script`: it goes; the shipped words it stood for come back."""
    before = find_script(ask.practice, str(ask.answers.get("script", "")))
    label = "The shipped words again" if before.of else "Words put away"
    return Change(f"{label}: {before.name}", (row("scripts", before, None),))


COMMANDS = (
    Command("script.add", "Add words of my own", "A name, and what is said.", add, "a", "add", HERE, "Here", "words"),
    Command("script.edit", "Change the words", "Shipped words become your own.", edit, "e", "change", HERE, "Here",
            "words"),
    Command("script.remove", "Put words away", "Your own go; shipped ones come back as they were.", remove, "x",
            "put away", HERE, "Here", "words"),
    Command("script.copy", "Copy the words", "To paste or to read from. Nothing is sent.", None, "enter", "copy", HERE,
            "Here"),
)  # fmt: skip

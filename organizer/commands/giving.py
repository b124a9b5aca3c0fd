"""Giving one's word: a promise made, asked for, or made of an entry; and its particulars."""

from __future__ import annotations

from typing import Any

from organizer.change import Change
from organizer.commands.catch import draft_of
from organizer.commands.command import Ask, Command, row, with_entry
from organizer.commands.fields import clean, read_field
from organizer.commands.word import HERE, LABELS, by_when, fresh, line, named, selected, with_word, yes
from organizer.errors import WrongUse
from organizer.records import Repeat
from organizer.records.word import WHOM, Commitment, Step
from organizer.word import again, states
from organizer.word.finding import whom_of

NO_ONE = "To whom? A code like Heron 7, a role like payer, or me."
FIRST = {"promise": LABELS["promise"], "ask": "Asked of me", "answer by": LABELS["answer by"]}
"""How a commitment may begin."""


def promise(ask: Ask) -> Change:
    """Answers: `text`, `who`, `when`; `kind` promise, ask or "answer by"; `whom`, `area`, `repeat`, `estimate`,
    `confirmed`, `chosen`, `serves`, `how`, `note`, and `theme`, the id of one. What the text says of day, area, length
    and coming back is read from it where no answer says so."""
    kind = str(ask.answers.get("kind") or "promise")
    if kind not in FIRST:
        raise WrongUse(f"A promise begins with one of: {', '.join(FIRST)}.")
    draft = draft_of(ask, line(ask, "text"))
    if not draft.text:
        raise WrongUse("What exactly is promised? A few words that one can see are done.")
    who = _who(line(ask, "who"))
    repeat = read_field(ask, "repeat", line(ask, "repeat")) if ask.answers.get("repeat") else draft.repeat
    due = by_when(ask) or by_when(ask._replace(answers={"when": draft.due or ""})) or _first(ask, repeat)
    if not due and kind != "ask":
        raise WrongUse("By when? A day, or a day and a time.")
    id, uuid = fresh(ask)
    at, note = ask.stamp(), line(ask, "note")
    made = Commitment(
        id=id,
        uuid=uuid,
        text=draft.text,
        who=who,
        whom=_whom(str(ask.answers.get("whom") or whom_of(who))),
        steps=(Step(kind, at, due, ask.zone if due else "", line(ask, "how"), note),),
        area=read_field(ask, "area", str(ask.answers.get("area") or "")) or draft.area,
        theme=str(ask.answers.get("theme") or ""),
        entry=str(ask.answers.get("entry") or ""),
        confirmed=_checked(ask, "confirmed"),
        chosen=_checked(ask, "chosen"),
        serves=line(ask, "serves"),
        repeat=again.anchored(repeat, due) if repeat and due else None,
        estimate=read_field(ask, "estimate", line(ask, "estimate")) if ask.answers.get("estimate") else draft.estimate,
        created=at,
    )
    return named(FIRST[kind], made.text, [row("commitments", None, made)])


def _who(said: str) -> str:
    if not said:
        raise WrongUse(NO_ONE)
    return "me" if said.lower() in ("me", "myself", "self") else said


def _whom(said: str) -> str:
    if said not in WHOM:
        raise WrongUse(f"A word is given to one of: {', '.join(WHOM)}.")
    return said


def _checked(ask: Ask, name: str) -> bool | None:
    """An answer of the check on entry; None where it was not asked."""
    return None if ask.answers.get(name) in (None, "") else yes(ask, name)


def _first(ask: Ask, repeat: Repeat | None) -> str | None:
    return again.first_due(again.anchored(repeat, ask.today()), ask.now, ask.zone) if repeat else None


def give(ask: Ask) -> Change:
    """The word of an entry: what it says is promised. Answers as of `promise`; `when` is its due time if not said."""
    entry = ask.entries()[0]
    around: dict[str, Any] = {"text": entry.text, "when": entry.due or "", "area": entry.area, "theme": entry.theme}
    said = {name: value for name, value in ask.answers.items() if value not in (None, "")}
    if entry.estimate and "estimate" not in said:
        said["estimate"] = f"{entry.estimate}m"
    made = promise(ask._replace(answers={**around, **said, "entry": entry.id, "dates": False}))
    return made


EDITS = ("text", "who", "whom", "area", "theme", "serves", "estimate", "confirmed", "chosen", "repeat")
"""What of a promise may be put otherwise. Its time is not among it: that is a new promise, and told."""


def edit(ask: Ask) -> Change:
    """Answers: `fields`, a mapping of names to what was typed. The time is changed by promising anew."""
    fields = dict(ask.answers.get("fields") or {})
    wrong = next((name for name in fields if name not in EDITS), "")
    if wrong in ("due", "when", "by"):
        raise WrongUse("A new time is a new promise: tell them, and agree on it.")
    if wrong or not fields:
        raise WrongUse(f"Of a promise can be put otherwise: {', '.join(EDITS)}.")
    before = selected(ask)
    read = {name: _read(ask, before, name, str(value or "")) for name, value in fields.items()}
    if "who" in read and "whom" not in read:
        read["whom"] = whom_of(read["who"])
    after = before._replace(**read)
    return named("Changed", after.text, [row("commitments", before, after)] if after != before else [])


def _read(ask: Ask, before: Commitment, name: str, typed: str) -> Any:
    """One field from what was typed."""
    text = " ".join(clean(typed).split())
    if name == "text" and not text:
        raise WrongUse("A promise says what. To be rid of it, be released from it or take it back.")
    if name == "who":
        return _who(text)
    if name == "whom":
        return _whom(text.lower())
    if name in ("confirmed", "chosen"):
        return None if not text else read_field(ask, "someday", text)
    if name == "theme":
        return _under(ask, text.lower())
    if name == "repeat":
        rule, by = read_field(ask, "repeat", text), states.due(before)
        return again.anchored(rule, by) if rule and by else None
    return text if name in ("text", "serves") else read_field(ask, name, text)


def _under(ask: Ask, said: str) -> str:
    """The theme that a promise carries: "yes" is the one that hangs, or its name; "no" or nothing is none."""
    theme = ask.practice.theme()
    if said in ("", "no", "none"):
        return ""
    if theme is None:
        raise WrongUse("There is no theme yet. On the Theme page, enter begins one.")
    if said not in ("yes", theme.name.lower(), theme.id):
        raise WrongUse("Under the theme, yes or no?")
    return theme.id


COMMANDS = (
    Command("word.give", "Give my word", "To whom, what exactly, by when; confirmed with them, and chosen.", promise,
            asks="promise"),
    Command("entry.word", "Give my word on this", "What this line says is promised: to whom, and by when.", give,
            "W", "word", ("today", "board", "journal", "entry"), asks="entry promise", allowed=with_entry),
    Command("word.edit", "Change the promise", "Its words, whom it is for, what it serves; not its time.", edit,
            "e", "edit", HERE, "Here", "word fields", with_word, "commitments"),
)  # fmt: skip

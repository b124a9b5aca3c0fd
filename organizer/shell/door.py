"""`inquiry`, `door` and `answer`: the front door from the shell."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from organizer import when
from organizer.commands.door import FOLLOWED
from organizer.door import figures as counting
from organizer.door.finding import find, find_quiet
from organizer.door.outcomes import OUTCOMES, outcome_of, state
from organizer.door.saying import answer_by, closed_now, day_minutes, office_time
from organizer.errors import WrongUse
from organizer.ids import short
from organizer.records.door import Inquiry
from organizer.shell.lines import flat, stamp
from organizer.shell.parsing import Given, act_of
from organizer.shell.shell import Shell
from organizer.views import door as views
from organizer.words import count

FIELDS = ("text", "who", "how", "received")


def inquiry(shell: Shell, given: Given) -> int:
    """Someone waits for an answer."""
    options = given.options
    answers = {"who": options.get("from", ""), "how": options.get("how", ""), "received": options.get("received", "")}
    change = shell.office.run("door.ask", (), text=given.text, **answers)
    _told(shell, given, change.label, [change.rows[0].id])
    return _remarked(shell, given.text, answers["who"])


def _remarked(shell: Shell, *lines: str) -> int:
    """What looks like a client's name or number is remarked on, after it was kept."""
    if shell.practice.setting("lint") != "off":
        from organizer.shell.catching import remarks

        shell.terminal.tell(*remarks([line for line in lines if line]))
    return 0


def answer(shell: Shell, given: Given) -> int:
    """What became of an inquiry."""
    id, *words = given.words
    found = find(shell.practice, id)
    two = " ".join(words[:2])
    at = 2 if two in OUTCOMES or (outcome_of(two) and not outcome_of(words[0])) else 1
    options = given.options
    change = shell.office.run(
        "door.answer",
        (found.id,),
        outcome=" ".join(words[:at]),
        note=options.get("note", "") or " ".join(words[at:]),
        names=options.get("names", ""),
        review=options.get("review", ""),
        how=options.get("how", ""),
        on=options.get("on", ""),
    )
    _told(shell, given, change.label, [found.id])
    return _remarked(shell, options.get("note", "") or " ".join(words[at:]))


def door(shell: Shell, given: Given) -> int:
    """Who waits, and the rest of the front door; or a change of it."""
    if not given.words:
        return _all(shell, given)
    act, words = act_of("door", given, ACTS)
    return ACTS[act](shell, given, words)


def _show(shell: Shell, given: Given, words: list[str]) -> int:
    """One inquiry, with its story."""
    if len(words) != 1:
        raise WrongUse("Use it so: organizer door show ID")
    found = find(shell.practice, words[0])
    if given.json:
        shell.terminal.json(views.inquiry_json(found, shell.practice, shell.clock.now(), shell.clock.zone()))
        return 0
    now = shell.clock.now()
    shell.terminal.out(line_of(shell, found), f"  {stamp(found.received[:16], now)}  received")
    for step in found.answers:
        names, review = count(step.names, "name") if step.names else "", f"look again {step.review}" * bool(step.review)
        facts = [step.how, names, review]
        said = ", ".join(fact for fact in facts if fact)
        shell.terminal.out(f"  {stamp(step.at[:16], now)}  {step.outcome}{f' ({said})' if said else ''}")
        if step.note:
            shell.terminal.out(f"    {flat(step.note)}")
    return 0


def _edit(shell: Shell, given: Given, words: list[str]) -> int:
    """Fields of one, as ID FIELD=VALUE..."""
    if len(words) < 2 or "=" not in words[1]:
        raise WrongUse(f"Use it so: organizer door edit ID FIELD=VALUE. The fields are: {', '.join(FIELDS)}.")
    found, fields, name = find(shell.practice, words[0]), dict[str, str](), ""
    for word in words[1:]:
        head, equals, value = word.partition("=")
        if equals and head in FIELDS:
            name, fields[head] = head, value
        elif equals and head.isidentifier():
            raise WrongUse(f"An inquiry has no field {head!r}. It has: {', '.join(FIELDS)}.")
        else:
            fields[name] = f"{fields[name]} {word}".strip()
    change = shell.office.run("door.edit", (found.id,), fields=fields)
    return _told(shell, given, change.label if change.rows else "It is so already; nothing was changed.", [found.id])


def _away(shell: Shell, given: Given, words: list[str]) -> int:
    """Someone went away."""
    options = given.options
    answers = {"since": options.get("since", ""), "note": options.get("note", "")}
    change = shell.office.run("door.away", (), who=" ".join(words), **answers)
    _quiet(shell, given, change.label, change.rows[0].id)
    return _remarked(shell, " ".join(words), answers["note"])


def _follow(shell: Shell, given: Given, words: list[str]) -> int:
    """Followed up, or what came of it."""
    if not words:
        raise WrongUse(f"Use it so: organizer door follow ID [{'|'.join(FOLLOWED)}]")
    found = find_quiet(shell.practice, words[0])
    answers = {"note": given.options.get("note", ""), "how": given.options.get("how", "")}
    change = shell.office.run("door.follow", (found.id,), outcome=" ".join(words[1:]), **answers)
    return _quiet(shell, given, change.label, found.id)


def _quiet(shell: Shell, given: Given, label: str, id: str) -> int:
    one = find_quiet(shell.practice, id)
    if given.json:
        shell.terminal.json(views.quiet_json(one))
    else:
        shell.terminal.out(_quiet_line(one, shell.clock.now()))
    shell.terminal.tell(label)
    return 0


def _quiet_line(one: Any, now: datetime) -> str:
    since = f", {when.since(one.since, now)}" if one.since else ""
    state = f", followed up {when.say(one.followed[:10], now)}" if one.followed else ""
    return f"{short(one.id)}  {flat(one.who)}{since}{state}{f', {one.outcome}' if one.outcome else ''}"


def _full(shell: Shell, given: Given, words: list[str]) -> int:
    """No room now, or room again."""
    if [word.lower() for word in words] not in (["yes"], ["no"]):
        raise WrongUse("Use it so: organizer door full yes|no")
    change = shell.office.run("door.full", (), full=words[0].lower() == "yes")
    shell.terminal.tell(change.label if change.rows else "It is so already; nothing was changed.")
    return 0


def _words(shell: Shell, given: Given, words: list[str]) -> int:
    """The scripts, or one of them by its name."""
    from data.starter.scripts import scripts as shipped
    from organizer.door.scripts import scripts

    found = scripts(shell.practice, shipped())
    wanted = " ".join(words).casefold()
    if wanted:
        found = tuple(one for one in found if wanted in one.name.casefold() or one.id.startswith(wanted))
        if not found:
            raise WrongUse(f"There are no words named {' '.join(words)!r}. `organizer door words` names them all.")
    if given.json:
        shell.terminal.json([{**one._asdict(), "id": short(one.id)} for one in found])
    elif wanted and len(found) == 1:
        shell.terminal.out(found[0].text)
    else:
        shell.terminal.out(*(f"{one.name}{f': {one.about}' if one.about else ''}" for one in found))
    return 0


ACTS = {"show": _show, "edit": _edit, "away": _away, "follow": _follow, "full": _full, "words": _words}


def _told(shell: Shell, given: Given, label: str, ids: list[str]) -> int:
    """Print the inquiries as they are now, and name what was done."""
    now, zone = shell.clock.now(), shell.clock.zone()
    found = [find(shell.practice, id) for id in ids]
    if given.json:
        shell.terminal.json([views.inquiry_json(one, shell.practice, now, zone) for one in found])
    else:
        shell.terminal.out(*(line_of(shell, one) for one in found))
    shell.terminal.tell(label)
    return 0


def line_of(shell: Shell, one: Inquiry) -> str:
    """One inquiry, for a list that is read one by one."""
    from organizer.door.clock import Clock

    now = shell.clock.now()
    due, part, minutes = Clock(shell.practice, now, shell.clock.zone()).read(one)
    at = state(one)
    if at in ("waiting", "left word"):
        waited = office_time(minutes, day_minutes(shell.practice))
        by = answer_by(due, part, now)
        fact = f"waited {waited}, answer by {by}" if at == "waiting" else f"word left, try again by {by}"
        fact = fact.replace("answer by a little past", "a little past").replace("answer by was", "the time for it was")
    elif at == "waitlist":
        fact = f"waitlist, look again {when.say(one.answers[-1].review, now)}"
    else:
        fact = f"{at} {when.say(one.answers[-1].at[:10], now)}"
    way = f" ({flat(one.how)})" if one.how else ""
    return f"{short(one.id)}  {flat(one.who)}: {flat(one.text)}{way}, {fact}"


def _all(shell: Shell, given: Given) -> int:
    now, zone, practice = shell.clock.now(), shell.clock.zone(), shell.practice
    view, found = views.door(practice, now, zone), views.figures(practice, now, zone)
    groups = {
        "waiting": [one.inquiry for one in view.waiting],
        "waitlist": [one.inquiry for one in view.waitlist],
        "answered": [*view.lately],
    }
    if given.json:
        lists = {
            name: [views.inquiry_json(one, practice, now, zone) for one in records] for name, records in groups.items()
        }
        quiet = [views.quiet_json(one) for one in view.quiet]
        shell.terminal.json({**lists, "quiet": quiet, "full": view.full, "figures": views.figures_json(found)})
        return 0
    word = views.standing_word(practice)
    rests = closed_now(practice, now)
    shell.terminal.heading(f"Our word: {word}{f'; {rests}' if rests else ''}.")
    for title, name in (("Waiting to hear from me", "waiting"), ("Waitlist", "waitlist"), ("Answered", "answered")):
        if groups[name]:
            shell.terminal.out("")
            shell.terminal.heading(title)
            shell.terminal.out(*(f"  {line_of(shell, one)}" for one in groups[name]))
    if view.quiet:
        shell.terminal.out("")
        shell.terminal.heading("Went away quietly")
        shell.terminal.out(*(f"  {_quiet_line(one, now)}" for one in view.quiet))
    said = figures_said(found, day_minutes(practice))
    if not view.waiting:
        shell.terminal.tell("Nobody is waiting. That is good service.")
    if said:
        shell.terminal.tell(said)
    return 0


def figures_said(found: views.DoorFigures, day: int) -> str:
    """The year in a line; "" when nothing counts yet."""
    year = found.year
    if year.rate is None:
        return ""
    half = f", half within {office_time(year.minutes, day)} of office time" if year.minutes is not None else ""
    said = f"{year.answered_said} over a year{year.full_said}{half}"
    return f"{said}. An audit of therapists found {counting.AUDIT}{' in 100' if year.few else ''}."

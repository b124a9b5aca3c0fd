"""`win`, `wins`, `reward` and `rewards`: what went right, and what it is for, from the shell."""

from __future__ import annotations

from datetime import date
from typing import Any

from organizer import when
from organizer.change import Change
from organizer.errors import NotFound, WrongUse
from organizer.ids import short
from organizer.records.wins import Reward, Win
from organizer.shell.lines import flat
from organizer.shell.parsing import Given
from organizer.shell.shell import Shell
from organizer.views import wins as views
from organizer.wins import counting
from organizer.wins.finding import find, find_reward
from organizer.words import count

LATELY = 10
ACTS = ("take", "back", "again", "drop")
"""What can be done with a reward."""


def win(shell: Shell, given: Given) -> int:
    """One line of what went right."""
    options = given.options
    change = shell.office.run(
        "win.add",
        (),
        text=given.text,
        stars=options.get("stars", ""),
        sticker=options.get("sticker", ""),
        on=options.get("on", ""),
        of=_of(shell, options.get("of", "")),
    )
    return _told(shell, given, change.label, find(shell.practice, change.rows[0].id))


def offered(shell: Shell, *changes: Change) -> None:
    """After something was done: that it is worth a star, where it is and they are offered, and how it is kept. Of
    more than one the rarest is told."""
    from organizer.settings.rewarding import OFFER
    from organizer.wins.offering import offer

    if OFFER.of(shell.practice) != OFFER.values[0]:
        return
    every = (offer(shell.practice, change, shell.clock.now()) for change in changes)
    found = max((one for one in every if one), key=lambda one: one.rare, default=None)
    table, _, id = found.of.partition(":") if found else ("", "", "")
    if found:
        of = f" --of {short(id)}" if table in ("entries", "commitments") else ""
        shell.terminal.tell(f"{found.said} A star for it: organizer win WORDS{of}")


def _of(shell: Shell, id: str) -> str:
    """What a win is for, by the id of a task or a promise. Raises `NotFound`, `Ambiguous`."""
    if not id:
        return ""
    from organizer.word.finding import find as find_promise

    try:
        return f"entries:{shell.practice.find(id).id}"
    except NotFound:
        try:
            return f"commitments:{find_promise(shell.practice, id).id}"
        except NotFound:
            raise NotFound(f"There is no task and no promise {id!r}. Nothing was kept.") from None


def wins(shell: Shell, given: Given) -> int:
    """What went right; one of it; the book of the year."""
    if given.words:
        return _one(shell, given)
    first, last = _span(shell, given)
    if "book" in given.options:
        return _book(shell, given, last)
    found = [one for part in views.read(shell.practice, first, last) for one in part]
    found.sort(key=lambda one: (one.at, one.id), reverse=True)
    view = views.wins_view(shell.practice, shell.clock.now())
    if given.json:
        return _json(shell, given, found, view, last)
    _heading(shell, view, found)
    shown = found if "all" in given.options else found[:LATELY]
    shell.terminal.out(*(f"  {_line(shell, one)}" for one in shown))
    if len(shown) < len(found):
        shell.terminal.tell(f"{len(found) - len(shown):,} more; --all shows them.")
    if not found:
        shell.terminal.tell("The first star is the easiest: what went right today? `organizer win` keeps it.")
    _numbers(shell, given, last)
    return 0


def _span(shell: Shell, given: Given) -> tuple[str, str]:
    """The first and the last day of the year that is meant."""
    today = shell.clock.now().date()
    year = given.options.get("year", "")
    if not year:
        first = date(today.year - (today.month < 12), today.month % 12 + 1, 1)
        return first.isoformat(), today.isoformat()
    if not (year.isascii() and year.isdecimal() and len(year) == 4 and year > "0999"):
        raise WrongUse(f"{year!r} is no year. Try {today.year - 1}.")
    return f"{year}-01-01", min(f"{year}-12-31", today.isoformat())


def _heading(shell: Shell, view: views.WinsView, found: list[Win]) -> None:
    stars = sum(one.stars for one in found)
    shell.terminal.heading(f"{count(view.in_hand, 'star')} in hand, {view.earned:,} in all.")
    if found:
        shell.terminal.out(f"{count(len(found), 'win')} and {count(stars, 'star')} in this year.")
    if view.next:
        shell.terminal.out(f"{count(view.to_go, 'star')} until {flat(view.next.text)}.")
    shell.terminal.out("")


def _line(shell: Shell, one: Win) -> str:
    more = f", {one.stars} stars" if one.stars > 1 else ""
    return f"{short(one.id)}  {flat(one.text)}, {when.say(one.at[:10], shell.clock.now())}{more}"


def _json(shell: Shell, given: Given, found: list[Win], view: views.WinsView, last: str) -> int:
    made: dict[str, Any] = {
        "in_hand": view.in_hand,
        "earned": view.earned,
        "spent": counting.spent(shell.practice),
        "wins": [views.win_json(one) for one in found],
        "rewards": [views.reward_json(one, view.in_hand) for one in (*view.waiting, *view.taken)],
    }
    if "numbers" in given.options:
        made["numbers"] = [
            {"id": one.id, "title": one.title, "figure": one.figure, "parts": [list(part) for part in one.parts]}
            for one in _counted(shell, last)
        ]
    shell.terminal.json(made)
    return 0


def _counted(shell: Shell, last: str) -> Any:
    from organizer.views.numbers import numbers

    return numbers(shell.practice, date.fromisoformat(last), shell.clock.now(), shell.clock.zone())


def _numbers(shell: Shell, given: Given, last: str) -> None:
    if "numbers" in given.options:
        for one in _counted(shell, last):
            shell.terminal.out("")
            shell.terminal.heading(f"{one.title}: {one.figure}")
            facts = one.facts or tuple(str(value) for _, value in one.parts)
            shell.terminal.out(*(f"  {flat(name)}: {fact}" for (name, _), fact in zip(one.parts, facts, strict=True)))


def _book(shell: Shell, given: Given, last: str) -> int:
    from organizer.printing.yearbook import save

    name = given.options["book"]
    path, many, said = save(shell.practice, name, last, shell.clock.now(), shell.clock.zone())
    if said:
        shell.terminal.tell(said)
    shell.terminal.tell(f"Saved, with {count(many, 'win')}: {path}. It is not sealed: whoever opens it can read it.")
    return 0


def _one(shell: Shell, given: Given) -> int:
    """One win with what was written about it, or a change of it."""
    id, *words = given.words
    found = find(shell.practice, id)
    if words == ["drop"]:
        shell.terminal.tell(shell.office.run("win.drop", (found.id,)).label)
        return 0
    if words:
        label = shell.office.run("win.edit", (found.id,), fields=_fields("wins", words)).label
        return _told(shell, given, label, find(shell.practice, found.id))
    if given.json:
        shell.terminal.json(views.win_json(found))
        return 0
    shell.terminal.out(_line(shell, found), *(f"  {flat(line)}" for line in found.note.splitlines() if line.strip()))
    return 0


def _fields(verb: str, words: list[str]) -> dict[str, str]:
    pairs = [word.partition("=") for word in words]
    if any(not equals for _, equals, _ in pairs):
        raise WrongUse(f"Use it so: organizer {verb} ID FIELD=VALUE.")
    return {name: value for name, _, value in pairs}


def _told(shell: Shell, given: Given, label: str, found: Win) -> int:
    """Print a win as it is now, and what the stars come to."""
    in_hand = counting.in_hand(shell.practice)
    if given.json:
        shell.terminal.json({**views.win_json(found), "in_hand": in_hand})
    else:
        shell.terminal.out(_line(shell, found))
    shell.terminal.tell(f"{label}. {count(in_hand, 'star')} now.")
    return 0


def reward(shell: Shell, given: Given) -> int:
    """What it will be, and for how many stars."""
    change = shell.office.run("reward.add", (), text=given.text, stars=given.options.get("stars", ""))
    return _promised(shell, given, change.label, find_reward(shell.practice, change.rows[0].id))


def rewards(shell: Shell, given: Given) -> int:
    """The rewards; one of them is taken, or changed."""
    if given.words:
        id, *words = given.words
        found = find_reward(shell.practice, id)
        if not words:
            return _promised(shell, given, "", found)
        if len(words) == 1 and words[0] in ACTS:
            change = shell.office.run(f"reward.{words[0]}", (found.id,))
        else:
            change = shell.office.run("reward.edit", (found.id,), fields=_fields("rewards", words))
        changed = change.rows[0].id if change.rows else found.id
        return _promised(shell, given, change.label, find_reward(shell.practice, changed))
    view = views.wins_view(shell.practice, shell.clock.now())
    if given.json:
        shell.terminal.json([views.reward_json(one, view.in_hand) for one in (*view.waiting, *view.taken)])
        return 0
    shell.terminal.heading(f"{count(view.in_hand, 'star')} in hand.")
    shell.terminal.out(*(f"  {_reward_line(shell, one)}" for one in (*view.waiting, *view.taken)))
    if not view.waiting:
        shell.terminal.tell("None is promised yet. `organizer reward TEXT --stars N` promises one.")
    return 0


def _reward_line(shell: Shell, one: Reward) -> str:
    missing = one.stars - counting.in_hand(shell.practice)
    fact = "let go" if one.dropped else f"{missing:,} to go" if missing > 0 else "it is there"
    if one.taken:
        fact = f"taken {when.say(one.taken[:10], shell.clock.now())}"
    return f"{short(one.id)}  {flat(one.text)}, {count(one.stars, 'star')}, {fact}"


def _promised(shell: Shell, given: Given, label: str, found: Reward) -> int:
    if given.json:
        shell.terminal.json(views.reward_json(found, counting.in_hand(shell.practice)))
    else:
        shell.terminal.out(_reward_line(shell, found))
    if label:
        shell.terminal.tell(label)
    return 0

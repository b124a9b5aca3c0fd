"""Adopting: tasks of a pack become entries on the Board, each with its first date."""

from __future__ import annotations

from organizer.change import Change
from organizer.commands.command import Ask, Command, name_it, row
from organizer.errors import WrongUse
from organizer.records import Entry
from organizer.words import count

MOST = 40
"""As many tasks as are adopted at once: more than the largest bundle, half of what there is."""


def adopt(ask: Ask) -> Change:
    """Answers: `tasks`, what is to come round from now on; `happened`, event tasks whose moment has come; `name`,
    what the change is called after, where it is a bundle.

    What is adopted already stays as it is, and of `tasks` those that wait for an event are left out; with nothing
    left the change has no rows.
    """
    from organizer import packs

    tasks: list[packs.Task] = list(ask.answers.get("tasks") or ())
    happened: list[packs.Task] = list(ask.answers.get("happened") or ())
    if not tasks and not happened:
        raise WrongUse("Choose a task or a bundle first. organizer packs shows what there is.")
    if len(tasks) + len(happened) > MOST:
        raise WrongUse(f"{count(len(tasks), 'task')} at once is a lot. Take up to {MOST}; nothing was adopted.")
    drafts = packs.draft_entries(tasks, ask.now, ask.practice)
    drafts += [packs.draft_happening(task, ask.now, ask.practice) for task in happened]
    entries = [_entered(ask, draft) for draft in drafts]
    return Change(_label(ask, entries), tuple(row("entries", None, entry) for entry in entries))


def _entered(ask: Ask, draft: Entry) -> Entry:
    id, uuid = ask.new_id()
    return draft._replace(id=id, uuid=uuid, created=ask.stamp())


def _label(ask: Ask, entries: list[Entry]) -> str:
    name = str(ask.answers.get("name") or "")
    return f"Adopted: {name}, {count(len(entries), 'task')}" if name else name_it("Adopted", entries)


COMMANDS = (
    Command(
        id="packs.adopt",
        title="Adopt tasks",
        help="From the shelf of the trade: chosen tasks go on the Board, each with its first date.",
        run=adopt,
        asks="packs",
    ),
)

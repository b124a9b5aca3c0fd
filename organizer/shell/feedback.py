"""`feedback`: what clients tell, a blank to print, and what becomes of a comment; files are taken in by `importing`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from organizer.errors import WrongUse
from organizer.feedback.finding import find, find_heeded, find_question
from organizer.feedback.questions import CAUTION, own
from organizer.ids import short
from organizer.shell.lines import flat
from organizer.shell.parsing import Given, act_of
from organizer.shell.shell import Shell
from organizer.views import feedback as views
from organizer.views.naming import month_name

Words = tuple[str, ...]


def feedback(shell: Shell, given: Given) -> int:
    """What clients tell, or what the first word says."""
    if not given.words:
        return _show(shell, given)
    act, words = act_of("feedback", given, ACTS)
    return ACTS[act](shell, given, tuple(words))


def _show(shell: Shell, given: Given) -> int:
    view = views.feedback(shell.practice)
    if given.json:
        shell.terminal.json(views.feedback_json(view))
        return 0
    terminal = shell.terminal
    if view.n:
        terminal.heading(f"{view.n:,} answers, no names   {months(shell, view.first, view.last)}")
        terminal.table([_row(one) for one in view.told], stretch=0)
    if view.comments:
        terminal.out("")
        terminal.heading("In their words")
        terminal.out(*(_comment(shell, one) for one in view.comments))
    if view.heeded:
        terminal.out("")
        terminal.heading("You said, we changed")
        terminal.out(*(f"{short(one.id)}  {flat(one.said)} -> {flat(one.changed)}" for one in view.heeded))
    if not view.n:
        terminal.tell("Nothing to show yet: figures and words are shown from five answers on.")
    else:
        terminal.tell(CAUTION)
    return 0


def months(shell: Shell, first: str, last: str) -> str:
    """From which month to which."""
    now = shell.clock.now()
    one, two = month_name(first, now), month_name(last, now)
    return one if one == two else f"{one} to {two}"


def _row(one: views.Told) -> tuple[str, ...]:
    figures = one.figures
    of = " of 10" if figures.of == 10 else ""
    high = f"{figures.high} in 100 high" if figures.high is not None else ""
    return (
        f"  {flat(one.question.short or one.question.text)}",
        f"{figures.mean:.1f}{of}",
        f"{figures.n:,} answers",
        high,
        f"{figures.low} low" if figures.low != "0" else "",
        {"up": "better than before", "down": "lower than before"}.get(figures.change, ""),
        "worth a look" if figures.care else "",
    )


def _comment(shell: Shell, one: Any) -> str:
    entry = shell.practice.entry(one.entry) if one.entry else None
    fact = f"   task {short(entry.id)}" if entry else "   a win" if one.praise else ""
    return (
        f"{short(one.id)}  “{flat(one.text)}”{fact}"
        if not shell.terminal.ascii
        else f'{short(one.id)}  "{flat(one.text)}"{fact}'
    )


def _blank(shell: Shell, given: Given, words: Words) -> int:
    """The blank as text, or into a new file: .html to print, .txt for an online form."""
    from organizer import wholefile
    from organizer.feedback import blank

    asked = own(shell.practice)
    if not words:
        shell.terminal.out(blank.as_text(asked).rstrip("\n"))
        return 0
    path = " ".join(words)
    if not path.lower().endswith((".html", ".txt")):
        raise WrongUse("A blank is .html, to print, or .txt, for an online form.")
    wholefile.keep(path, blank.as_html(asked) if path.lower().endswith(".html") else blank.as_text(asked))
    shell.terminal.tell(f"Saved: {path}")
    return 0


def _import(shell: Shell, given: Given, words: Words) -> int:
    from organizer.shell.importing import take_in

    return take_in(shell, given, words)


def _on_comment(act: str) -> Callable[[Shell, Given, Words], int]:
    """A command of one comment; the words behind its id are the answer."""

    def run(shell: Shell, given: Given, words: Words) -> int:
        if not words or (act == "drop" and words[1:]):
            raise WrongUse(f"Use it so: organizer feedback {act} ID{'' if act == 'drop' else ' TEXT...'}")
        id = find(shell.practice, words[0]).id
        answers = {"text": " ".join(words[1:]), "quote": "yes" if "quote" in given.options else "no"}
        change = shell.office.run(f"feedback.{act}", (id,), **(answers if act != "drop" else {}))
        if given.json:
            shell.terminal.json([views.comment_json(find(shell.practice, id))])
        shell.terminal.tell(change.label)
        return 0

    return run


def _changed(shell: Shell, given: Given, words: Words) -> int:
    """`changed SAID CHANGED`; `changed undo ID` takes one back; `changed` alone prints all of it, for the wall."""
    if not words:
        from organizer.feedback.blank import changed_text

        shell.terminal.out(changed_text(views.feedback(shell.practice).heeded).rstrip("\n"))
        return 0
    if len(words) == 2 and words[0] == "undo":
        change = shell.office.run("feedback.unsay", (), heeded=find_heeded(shell.practice, words[1]).id)
    elif len(words) == 2:
        change = shell.office.run("feedback.changed", (), said=words[0], changed=words[1])
    else:
        raise WrongUse('Use it so: organizer feedback changed "WHAT THEY SAID" "WHAT WE CHANGED"')
    shell.terminal.tell(change.label)
    return 0


def _question(shell: Shell, given: Given, words: Words) -> int:
    """The office's own questions; `question ID TEXT` puts one otherwise."""
    if words[1:]:
        change = shell.office.run("feedback.question", (), question=words[0], text=" ".join(words[1:]))
        shell.terminal.tell(change.label)
        return 0
    asked = own(shell.practice) if not words else [find_question(shell.practice, words[0])]
    if given.json:
        shell.terminal.json([{"id": one.id, "text": one.text, "short": one.short, "kind": one.kind} for one in asked])
    else:
        shell.terminal.table([(one.id, flat(one.short), flat(one.text)) for one in asked], stretch=2)
    return 0


def _round(shell: Shell, given: Given, words: Words) -> int:
    shell.terminal.tell(shell.office.run("feedback.round", (), name=" ".join(words)).label)
    return 0


ACTS: dict[str, Callable[[Shell, Given, Words], int]] = {
    "import": _import,
    "blank": _blank,
    "task": _on_comment("task"),
    "praise": _on_comment("praise"),
    "drop": _on_comment("drop"),
    "changed": _changed,
    "question": _question,
    "round": _round,
}
"""What may stand behind `feedback`."""

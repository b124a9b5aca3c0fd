"""The blank: the questions on a page to print, and as text for an online form. Nothing on it asks who one is."""

from __future__ import annotations

from collections.abc import Sequence

from organizer.feedback.questions import CAUTION, POINTS
from organizer.records.feedback import Heeded, Question
from organizer.words import for_html

TITLE = "How is it to come here?"
LEAD = "A minute of yours helps. No name, please; nobody can tell whose answers these are."
FOOT = "Leave it in the box at the door, or send it back without a name."


def as_text(questions: Sequence[Question]) -> str:
    """For an online form: a question a line, with the kind of its answer."""
    lines = [TITLE, LEAD, ""]
    for number, one in enumerate(questions, 1):
        lines += [f"{number}. {one.text}", f"   {_kind(one)}", ""]
    lines += [
        "In the form's settings: collect no e-mail addresses, ask nobody to sign in, limit nothing to one reply.",
        CAUTION,
    ]
    return "\n".join(lines) + "\n"


def changed_text(heeded: Sequence[Heeded]) -> str:
    """What was changed, for the wall or the website."""
    return "".join(f"You said: {one.said}\nWe changed: {one.changed}\n\n" for one in heeded).rstrip("\n") + "\n"


def _kind(question: Question) -> str:
    if question.kind == "words":
        return "Long answer, not required."
    low, high = POINTS[question.kind][0], POINTS[question.kind][-1]
    return f"Linear scale, {'0 to 10' if question.kind == 'ten' else '1 to 5'}: {low}, {high}."


def as_html(questions: Sequence[Question]) -> str:
    """A page to print: no script, no network, black on white."""
    rows = "\n".join(_row(one) for one in questions)
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{for_html(TITLE)}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n"
        f"<h1>{for_html(TITLE)}</h1>\n<p>{for_html(LEAD)}</p>\n<ol>\n{rows}\n</ol>\n"
        f"<p>{for_html(FOOT)}</p>\n<footer>{for_html(CAUTION)}</footer>\n</body>\n</html>\n"
    )


def _row(question: Question) -> str:
    text = f"<p>{for_html(question.text)}</p>"
    if question.kind == "words":
        return f'<li>{text}<div class="lines"><i></i><i></i><i></i></div></li>'
    names = POINTS[question.kind]
    if question.kind == "ten":
        boxes = "".join(f"<span><b></b>{point}</span>" for point in range(11))
        return (
            f'<li>{text}<div class="ten">{boxes}</div>'
            f"<div class=ends><em>{names[0]}</em><em>{names[-1]}</em></div></li>"
        )
    boxes = "".join(f"<span><b></b>{for_html(name)}</span>" for name in names)
    return f'<li>{text}<div class="scale">{boxes}</div></li>'


STYLE = """
@page { margin: 20mm 18mm; }
body { font: 12pt/1.5 Georgia, "Times New Roman", serif; color: #2a2622; background: #fff; max-width: 42rem;
  margin: 3rem auto; padding: 0 1.5rem; }
h1 { font-size: 1.7rem; margin: 0 0 .3rem; } ol { padding-left: 1.4rem; }
li { margin: 1.1rem 0; break-inside: avoid; } li p { margin: 0 0 .4rem; overflow-wrap: anywhere; }
.scale, .ten { display: flex; justify-content: space-between; gap: .6rem; font-size: .85em; }
.scale span, .ten span { flex: 1; text-align: center; }
b { display: block; width: 1.1rem; height: 1.1rem; margin: 0 auto .2rem; border: 1.2pt solid #2a2622;
  border-radius: 50%; }
.ends { display: flex; justify-content: space-between; font-size: .85em; }
.lines i { display: block; height: 2rem; border-bottom: .8pt solid #8a8177; }
footer { margin-top: 2rem; border-top: 1px solid #cfc5b4; padding-top: .4rem; font-size: .8em; color: #5b5349; }
@media print { body { margin: 0; padding: 0; max-width: none; } }
"""

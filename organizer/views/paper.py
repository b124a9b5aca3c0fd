"""A page of the journal to take along: as Markdown, as text, and as a page of HTML to print."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from organizer import when
from organizer.pages import kind_of, name_of
from organizer.practice import Practice
from organizer.records import Entry
from organizer.views.day import Line, lines_of
from organizer.views.habits import habits
from organizer.views.months import days_of
from organizer.views.naming import full_title, number_of, short_title, thread
from organizer.words import for_html

SIGNS = {"task": "•", "event": "○", "note": "–", "done": "×", "let go": "◌", "moved": ">", "scheduled": "<"}
PLAIN = {"task": ".", "event": "o", "note": "-", "done": "x", "let go": "/", "moved": ">", "scheduled": "<"}


class Written(NamedTuple):
    """One line: its mark and sign, its words, a fact beside it, what was found out, and what became of it ("task",
    "done", "let go", "moved" ...)."""

    mark: str
    text: str
    fact: str
    answer: str
    how: str


class Part(NamedTuple):
    """A heading ("" for none) and its lines."""

    heading: str
    lines: tuple[Written, ...]


class Paper(NamedTuple):
    """A page as it is written down: its title, its number (0 for none), its parts."""

    title: str
    number: int
    parts: tuple[Part, ...]


def paper(practice: Practice, page: str, now: datetime) -> Paper:
    """A page. A month has its own lines, its days and its habits; a collection all pages of its thread."""
    kind, name = kind_of(page), name_of(page)
    parts: list[Part] = []
    if kind == "month":
        parts.append(_part(practice, "", page, now))
        for day in days_of(name):
            part = _part(practice, when.say(day, now, long=True), f"day:{day}", now)
            parts += [part] if part.lines else []
        parts += _habits(practice, name, now)
    elif kind == "collection":
        pages = thread(practice, page)
        for one in pages:
            parts.append(_part(practice, "" if len(pages) == 1 else f"Page {number_of(practice, one)}", one, now))
    else:
        parts.append(_part(practice, "", page, now))
    written = tuple(part for part in parts if part.lines)
    return Paper(full_title(practice, page, now), number_of(practice, page), written)


def _part(practice: Practice, heading: str, page: str, now: datetime) -> Part:
    return Part(heading, tuple(_written(practice, line, now) for line in lines_of(practice, page)))


def _written(practice: Practice, line: Line, now: datetime) -> Written:
    entry = line.entry
    marks = {meaning: mark for mark, meaning in practice.signs().items()}
    mark = "".join(marks.get(name, "") for name in entry.signifiers)
    how = line.state if line.state != "here" else entry.kind if entry.open else entry.stage
    return Written(mark, " ".join(entry.text.split()), _fact(practice, line, entry, now), entry.answer, how)


def _fact(practice: Practice, line: Line, entry: Entry, now: datetime) -> str:
    if line.state != "here" and line.went is not None:
        word = "moved to" if line.state == "moved" else "scheduled for"
        return f"{word} {short_title(practice, line.went.page, now)}"
    if entry.due and entry.open and entry.due[:10] != name_of(line.page):
        return when.say(entry.due, now)
    return f"from {short_title(practice, line.came.page, now)}" if line.came else ""


def _habits(practice: Practice, month: str, now: datetime) -> list[Part]:
    rows = habits(practice, month, now.date().isoformat())
    lines = (Written("", " ".join(row.habit.name.split()), row.score or "not yet", "", "note") for row in rows)
    return [Part("Habits", tuple(lines))] if rows else []


# -- as text


def text(sheet: Paper, plain: bool = False) -> str:
    """Lines of text, as they stand on the page."""
    signs = PLAIN if plain else SIGNS
    out = [sheet.title + (f"   page {sheet.number}" if sheet.number else "")]
    for part in sheet.parts:
        out += ["", *([part.heading] if part.heading else [])]
        for line in part.lines:
            fact = f"   ({line.fact})" if line.fact else ""
            out.append(f"{line.mark:1} {signs[line.how]} {line.text}{fact}")
            out += [f"    = {line.answer}"] if line.answer else []
    return "\n".join(out) + "\n"


# -- as Markdown


def markdown(sheet: Paper) -> str:
    """Markdown: tasks are boxes, what was let go is struck through; what was written is never read as Markdown."""
    out = [f"# {escaped(sheet.title)}", ""]
    out += [f"Page {sheet.number}", ""] if sheet.number else []
    for part in sheet.parts:
        out += [f"## {escaped(part.heading)}", ""] if part.heading else []
        for line in part.lines:
            out.append(_md_line(line))
            out += [f"  {escaped(line.answer)}"] if line.answer else []
        out += [""] if part.lines else []
    return "\n".join(out).rstrip("\n") + "\n"


def _md_line(line: Written) -> str:
    words = f"~~{escaped(line.text)}~~" if line.how == "let go" else escaped(line.text)
    box = {"task": "[ ] ", "done": "[x] ", "let go": "[x] ", "moved": "&gt; ", "scheduled": "&lt; ", "event": "○ "}
    mark = f"**{escaped(line.mark)}** " if line.mark else ""
    fact = f" ({escaped(line.fact)})" if line.fact else ""
    return f"- {box.get(line.how, '')}{mark}{words}{fact}"


def escaped(words: str) -> str:
    """Words as Markdown shows them, sign for sign."""
    kept = "".join(f"\\{char}" if char in "\\`*_[]<>#|~!" else char for char in words.replace("\n", " "))
    return kept.replace("&", "&amp;")


# -- as a page to print


def html(sheet: Paper) -> str:
    """One page of HTML with all it needs in it: no script, no network, black on white when printed."""
    rows = []
    for part in sheet.parts:
        if part.heading:
            rows.append(f"<h2>{for_html(part.heading)}</h2>")
        rows.append("<ul>")
        rows += [_html_line(line) for line in part.lines]
        rows.append("</ul>")
    number = f'<p class="number">page {sheet.number}</p>' if sheet.number else ""
    title = for_html(sheet.title)
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n"
        f"<header><h1>{title}</h1>{number}</header>\n" + "\n".join(rows) + "\n</body>\n</html>\n"
    )


def _html_line(line: Written) -> str:
    mark = f'<b class="mark">{for_html(line.mark)}</b>' if line.mark else '<b class="mark"></b>'
    fact = f'<span class="fact">{for_html(line.fact)}</span>' if line.fact else ""
    answer = f'<span class="answer">{for_html(line.answer)}</span>' if line.answer else ""
    name = line.how.replace(" ", "-")
    sign = f'<span class="sign">{for_html(SIGNS[line.how])}</span>'
    return f'<li class="{name}">{mark}{sign}<span class="words">{for_html(line.text)}{answer}</span>{fact}</li>'


STYLE = """
@page { margin: 20mm 18mm; }
body { font: 12pt/1.6 Georgia, "Times New Roman", serif; color: #2a2622; background: #fff; max-width: 42rem;
  margin: 3rem auto; padding: 0 1.5rem; }
header { display: flex; justify-content: space-between; align-items: baseline; border-bottom: 1px solid #cfc5b4; }
h1 { font-size: 1.6rem; margin: 0 0 .4rem; } h2 { font-size: 1.1rem; margin: 1.6rem 0 .3rem; break-after: avoid; }
.number { color: #6b6257; margin: 0; } ul { list-style: none; margin: .6rem 0; padding: 0; }
li { display: flex; gap: .6rem; padding: .1rem 0; break-inside: avoid; }
.mark { flex: 0 0 1rem; text-align: right; } .sign { flex: 0 0 1rem; text-align: center; }
.words { flex: 1; overflow-wrap: anywhere; } .fact { color: #6b6257; font-size: .85em; white-space: nowrap; }
.answer { display: block; font-style: italic; color: #5b5349; }
.done .words, .moved .words, .scheduled .words { color: #5b5349; } .let-go .words { text-decoration: line-through; }
@media print { body { margin: 0; padding: 0; max-width: none; } }
"""

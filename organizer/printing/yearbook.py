"""The book of a year as Markdown, or as one page of HTML to keep or to print: no script, no network."""

from __future__ import annotations

import os
from datetime import date, datetime

from organizer import wholefile
from organizer.errors import WrongUse
from organizer.lint import look
from organizer.practice import Practice
from organizer.views.book import Book, Line, book
from organizer.views.numbers import Number
from organizer.views.paper import STYLE
from organizer.views.paper import escaped as md
from organizer.wins import stickers
from organizer.words import count, for_html

ENDINGS = {".html": "one page, any browser shows and prints it", ".md": "Markdown, for any editor"}
SIGNS = ("★", "✿", "☼", "♥", "♪", "✦")
MAP_SIGNS = ("·", "•", "●", "★")
INITIALS = "JFMAMJJASOND"


def usual(last: str, ending: str) -> str:
    """The name it has where none is given."""
    return f"a-year-of-wins-{last[:7]}{ending}"


def save(practice: Practice, given: str, last: str, now: datetime, zone: str = "") -> tuple[str, int, str]:
    """Write the book of the year up to an ISO date into a new file, or into a folder.

    Gives its path, how many wins stand in it, and a sentence where something in it looks like a client's. Raises
    `WrongUse`, `DiskTrouble`.
    """
    path = os.path.abspath(os.path.expanduser(given.strip()))
    if os.path.isdir(path):
        path = os.path.join(path, usual(last, ".html"))
    ending = os.path.splitext(path)[1].lower()
    if ending not in (*ENDINGS, ".htm", ".markdown"):
        raise WrongUse(f"The name has to end in {' or '.join(ENDINGS)}.")
    found = book(practice, last, now, zone)
    wholefile.keep(path, html(found) if ending.startswith(".h") else markdown(found))
    return path, found.wins, looked_over(practice, found)


def looked_over(practice: Practice, found: Book) -> str:
    """What is said of lines that look like a client's; "" for none, and where nothing is to be looked over."""
    if practice.setting("lint") == "off":
        return ""
    lines = sum(bool(look(text)) for text in found.texts())
    return f"{count(lines, 'line')} in it may name someone: look it over before it goes elsewhere." if lines else ""


# -- as Markdown


def markdown(found: Book) -> str:
    """Markdown; what was written is never read as Markdown."""
    out = [f"# {md(found.title)}", "", md(found.sentence), ""]
    for name, statement in found.themes:
        out += [f"## {md(name)}", "", *([f"*{md(statement)}*", ""] if statement else [])]
    out += [md(found.told), ""] if found.told else []
    out += [*(f"- {md(text)}" for text in found.moments), ""] if found.moments else []
    for month, lines in found.months:
        out += [f"## {month}", ""]
        for line in lines:
            out.append(f"- {sign(line)} {md(line.text)} ({line.day})")
            out += [f"  *{md(line.note)}*"] if line.note else []
        out.append("")
    if found.numbers:
        out += ["## Numbers of the year", ""]
        for number in found.numbers:
            out += [f"**{md(number.title)}**: {md(number.figure)}", "", *_md_parts(number), ""]
    if found.rewards:
        out += ["## Rewards", "", *(f"- {md(text)} ({md(fact)})" for text, fact in found.rewards), ""]
    return "\n".join(out).rstrip("\n") + "\n"


def sign(line: Line) -> str:
    """The sticker of a win, once for each star."""
    return SIGNS[stickers.place(line.sticker)] * line.stars


def _md_parts(number: Number) -> list[str]:
    if number.kind == "months":
        names = " | ".join(date.fromisoformat(f"{month}-01").strftime("%b") for month, _ in number.parts)
        values = " | ".join(str(value) for _, value in number.parts)
        return [f"| {names} |", f"|{'---|' * len(number.parts)}", f"| {values} |"]
    facts = number.facts or tuple(str(value) for _, value in number.parts)
    return [f"- {md(name)}: {fact}" for (name, _), fact in zip(number.parts, facts, strict=True)]


# -- as a page to print


def html(found: Book) -> str:
    """One page with all it needs in it."""
    title, rows = for_html(found.title), [f"<p>{for_html(found.sentence)}</p>", _map(found)]
    for name, statement in found.themes:
        rows.append(f'<section class="theme"><h2>{for_html(name)}</h2><p><em>{for_html(statement)}</em></p></section>')
    rows += [f"<p>{for_html(found.told)}</p>"] if found.told else []
    rows += _list([(text, "") for text in found.moments]) if found.moments else []
    for month, lines in found.months:
        rows += [f"<h2>{for_html(month)}</h2>", "<ul>", *(_line(line) for line in lines), "</ul>"]
    rows += ["<h2>Numbers of the year</h2>", *(_number(one) for one in found.numbers)] if found.numbers else []
    rows += ["<h2>Rewards</h2>", *_list(list(found.rewards))] if found.rewards else []
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>{STYLE}{OWN}</style>\n</head>\n<body>\n"
        f"<header><h1>{title}</h1></header>\n" + "\n".join(rows) + "\n</body>\n</html>\n"
    )


def _list(found: list[tuple[str, str]]) -> list[str]:
    rows = [
        f'<li><span class="words">{for_html(text)}</span><span class="fact">{for_html(fact)}</span></li>'
        for text, fact in found
    ]
    return ["<ul>", *rows, "</ul>"]


def _line(line: Line) -> str:
    note = f'<span class="answer">{for_html(line.note)}</span>' if line.note else ""
    return (
        f'<li><span class="sticker">{sign(line)}</span><span class="words">{for_html(line.text)}{note}</span>'
        f'<span class="fact">{for_html(line.day)}</span></li>'
    )


def _map(found: Book) -> str:
    """The year as dots, larger for more; the sum stands above it."""
    rows = []
    for weekday in range(7):
        days = [week[weekday] for week in found.map.weeks if weekday < len(week)]
        rows.append("".join(MAP_SIGNS[3 if day.rare else min(2, day.wins)] for day in days))
    return f'<pre class="map" aria-hidden="true">{"<br>".join(rows)}</pre>'


def _number(one: Number) -> str:
    most = max((value for _, value in one.parts), default=1) or 1
    facts = one.facts or tuple(str(value) for _, value in one.parts)
    rows = []
    for (name, value), fact in zip(one.parts, facts, strict=True):
        shown = date.fromisoformat(f"{name}-01").strftime("%b") if one.kind == "months" else name
        bar = f'<td class="bar"><i style="width:{100 * value // most}%"></i></td>' if one.kind != "list" else ""
        rows.append(f"<tr><th>{for_html(shown)}</th>{bar}<td>{for_html(fact)}</td></tr>")
    return (
        f'<section class="number"><h3>{for_html(one.title)}</h3><p>{for_html(one.figure)}</p>'
        f"<table>{''.join(rows)}</table></section>"
    )


OWN = """
.sticker { flex: 0 0 3.2rem; text-align: right; color: #835b00; } .map { line-height: 1.1; color: #37624b; }
.theme { border: 3px double #37624b; padding: .2rem 1.2rem; margin: 1.4rem 0; text-align: center; }
h3 { font-size: 1rem; margin: 1.2rem 0 0; } section { break-inside: avoid; } section p { margin: .1rem 0 .4rem; }
table { border-collapse: collapse; width: 100%; font-size: .9em; } th { text-align: left; font-weight: normal; }
td { text-align: right; white-space: nowrap; padding-left: .6rem; } td.bar { width: 60%; text-align: left; }
td.bar i { display: block; height: .6em; background: #9dbfac; print-color-adjust: exact; }
"""

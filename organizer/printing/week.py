"""The week on a page: HTML with all it needs in it (no script, no network, fonts of the machine), and Markdown."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from organizer.errors import WrongUse
from organizer.views.paper import escaped
from organizer.views.week import WeekView, facts, title
from organizer.words import for_html

DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
TEAL, AMBER = "#3d6a70", "#a86f2a"
QUIET = "Nothing was ticked off this week. That happens."
ENDINGS = (".html", ".htm", ".md")
LABEL, BAR, ROW = 104, 190, 18
"""Widths of a label and of the longest bar, and the height of a row."""
ROOM = {"wins": (8, 80), "coming": (7, 40), "learned": (5, 80)}
"""How many lines each part may take so that all of it is one page, and how many letters surely fit on one."""


def made(path: str, found: WeekView, accent: str = AMBER) -> str:
    """What stands in a file of that name. Raises `WrongUse` for an ending that is not known."""
    ending = os.path.splitext(path)[1].lower()
    if ending not in ENDINGS:
        raise WrongUse("The name has to end in .html, to print, or in .md.")
    return markdown(found) if ending == ".md" else html(found, accent)


def html(found: WeekView, accent: str = AMBER) -> str:
    """One page; `accent` is the color of the theme, "#rrggbb"."""
    said = for_html(title(found))
    body = "\n".join(_body(found, accent))
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{said}</title>\n<style>{STYLE.replace('ACCENT', accent)}</style>\n</head>\n<body>\n"
        f"<h1>{said}</h1>\n{body}\n</body>\n</html>\n"
    )


def _body(found: WeekView, accent: str) -> Iterator[str]:
    if line := facts(found):
        yield f'<p class="facts">{for_html(" · ".join(line))}</p>'
    if found.done:
        days = _bars(by_day(found), TEAL)
        areas = _bars(found.areas, accent)
        yield f'<div class="two"><section><h2>Done by day</h2>{days}</section>'
        yield f"<section><h2>Done by area</h2>{areas}</section></div>"
    else:
        yield f"<h2>Done</h2><p>{for_html(QUIET)}</p>"
    if found.wins:
        yield f"<h2>Wins</h2>{_list(fitted('wins', found.wins, True))}"
    if found.coming:
        rows = "".join(
            f"<tr><td>{for_html(text)}</td><td>{for_html(day(one.due))}</td><td>{for_html(cut(one.area, 20))}</td></tr>"
            for one, text in zip(found.coming, fitted("coming", [one.text for one in found.coming]), strict=False)
        )
        yield f"<h2>Next up</h2><table>{rows}</table>"
    if found.learned:
        lines = (f"<p>{for_html(line)}</p>" for line in fitted("learned", found.learned))
        yield f"<h2>What I learned</h2>{''.join(lines)}"


def by_day(found: WeekView) -> list[tuple[str, int]]:
    """The days by their names, and what was done on each."""
    begins = date.fromisoformat(found.first).weekday()
    return [(DAYS[(begins + at) % 7], done) for at, done in enumerate(found.days)]


def fitted(part: str, lines: Sequence[str], rest: bool = False) -> list[str]:
    """As many of the lines as there is room for, none of them longer than two; `rest` tells how many more there are."""
    room, letters = ROOM[part]
    kept: list[str] = []
    for line in lines:
        short = cut(line, 2 * letters)
        room -= 1 + (width(short) > letters)
        if room < 0:
            break
        kept.append(short)
    return [*kept, f"and {len(lines) - len(kept):,} more"] if rest and len(kept) < len(lines) else kept


def width(text: str) -> int:
    """About how many letters wide a text is: capitals are half as wide again, letters of the East twice."""
    return sum(4 if ord(char) > 0x2E7F else 3 if char.isupper() or char in "mwMW@—" else 2 for char in text) // 2


def cut(text: str, most: int) -> str:
    """The text, or as much of it as is so many letters wide."""
    if width(text) <= most:
        return text
    while width(text) > most - 1:
        text = text[: min(len(text) - 1, most)]
    return f"{text.rstrip()}…"


def _list(lines: Iterable[str]) -> str:
    return f"<ul>{''.join(f'<li>{for_html(line)}</li>' for line in lines)}</ul>"


def _bars(pairs: Sequence[tuple[str, int]], color: str) -> str:
    """A row for each: its name, a bar, its number."""
    most = max((count for _, count in pairs), default=0) or 1
    rows = []
    for at, (name, count) in enumerate(pairs):
        y, width = at * ROW, max(1.0, BAR * count / most)
        label = cut(name, 24)
        rows.append(
            f'<text x="{LABEL - 6}" y="{y + 11}" text-anchor="end">{for_html(label)}</text>'
            f'<rect x="{LABEL}" y="{y + 1}" width="{width:.1f}" height="13" rx="1" fill="{color}"/>'
            f'<text x="{LABEL + width + 4:.1f}" y="{y + 11}">{count:,}</text>'
        )
    size = f'viewBox="0 0 {LABEL + BAR + 30} {len(pairs) * ROW}"'
    told = ", ".join(f"{name} {count}" for name, count in pairs)
    return f'<svg {size} role="img" aria-label="{for_html(told)}">{"".join(rows)}</svg>'


def day(due: str) -> str:
    """ "Jun 12"; what is no date as it is."""
    try:
        return f"{MONTHS[int(due[5:7]) - 1]} {int(due[8:10])}"
    except (IndexError, ValueError):
        return due


STYLE = """
@page { margin: 15mm 18mm; }
* { box-sizing: border-box; }
body { font: 15px/1.5 Georgia, "Source Serif Pro", "Liberation Serif", "Times New Roman", serif; color: #22303a;
  background: #fff; max-width: 42rem; margin: 2.5rem auto; padding: 0 1rem; -webkit-print-color-adjust: exact;
  print-color-adjust: exact; }
h1 { font-size: 26px; line-height: 1.2; margin: 0 0 .3rem; }
h2 { font-size: 16px; margin: 1.4rem 0 .6rem; padding-bottom: .15rem; border-bottom: 1px solid #cdbfa0; }
.facts { color: ACCENT; margin: 0 0 .6rem; }
.two { display: flex; gap: 1.8rem; align-items: flex-start; } .two section { flex: 1; min-width: 0; }
.two h2 { margin-top: .6rem; }
svg { display: block; width: 100%; font: 8.5px "Helvetica Neue", Arial, "Liberation Sans", sans-serif; fill: #22303a; }
ul { margin: 0; padding-left: 2.4rem; } p { margin: 0 0 .3rem; } li, p, td { overflow-wrap: anywhere; }
table { width: 100%; border-collapse: collapse; table-layout: fixed; }
td { padding: .28rem .4rem; border-bottom: 1px solid #e9e4da; vertical-align: top; }
td:nth-child(1) { width: 54%; } td:nth-child(2) { width: 17%; }
li, tr { break-inside: avoid; }
@media print { body { margin: 0; padding: 0; max-width: none; } }
"""


def markdown(found: WeekView) -> str:
    """The same to read, or to keep beside other notes."""
    out = [f"# {escaped(title(found))}", ""]
    if line := facts(found):
        out += [escaped(" · ".join(line)), ""]
    out += ["## Done", ""]
    if found.done:
        out += [f"- {name} {count:,}" for name, count in by_day(found) if count]
        out += ["", *(f"- {escaped(name)}: {count:,}" for name, count in found.areas), ""]
    else:
        out += [QUIET, ""]
    sections = (
        ("Wins", [*map(escaped, found.wins)]),
        ("Next up", [" · ".join(filter(None, (escaped(c.text), day(c.due), escaped(c.area)))) for c in found.coming]),
        ("What I learned", [*map(escaped, found.learned)]),
    )
    for heading, lines in sections:
        out += [f"## {heading}", "", *(f"- {line}" for line in lines), ""] if lines else []
    return "\n".join(out).rstrip("\n") + "\n"

"""Files of replies as the four tools hand them out, with people in every place where people get into such files."""

from __future__ import annotations

import csv
import io
import random

PEOPLE = [
    ("Maria Gonzalez", "maria.gonzalez@example.com", "555-203-4417", "203.0.113.77"),
    ("Bob Miller", "bob@miller.example.org", "(555) 310-9921", "198.51.100.23"),
    ("Ann Lee", "ann.lee@example.net", "555.777.1234", "2001:db8:85a3::8a2e:370:7334"),
    ("Jamal Washington", "jw1980@example.com", "555-888-2020", "192.0.2.146"),
    ("Sofia Rossi", "s.rossi@example.it", "555-999-3030", "203.0.113.9"),
]
"""Name, e-mail, phone, address on the network."""
IDS = ["118923441207", "5921837465012", "a81bc81b-dead-4e5d-abff-90865d1e13b1"]
ASKED = ("I feel heard here.", "Reaching us, making times, and paying are easy.", "Parking")
RECOMMEND = "How likely would you recommend us to someone you care for?"
OPEN = "What would make coming here easier?"
AGREE = ("Strongly disagree", "Disagree", "Neither agree nor disagree", "Agree", "Strongly agree")
KIND = (
    "Parking is hard,\nreally; very hard",
    "",
    "=1+2",
    "You were the only ones who called back.",
    "warmer room",
    "+ a ramp",
    "Größere Schrift wäre schön",
    "@SUM(A1:A9)",
)
"""Words that name nobody."""


class Made:
    """The rows as they were meant: month, four scores (the last of ten), words."""

    def __init__(self, many: int, seed: int = 7) -> None:
        dice = random.Random(seed)
        self.rows = [
            (
                (2025 + at % 2, 1 + dice.randrange(5), 1 + dice.randrange(28), dice.randrange(24)),
                tuple(1 + dice.randrange(5) for _ in ASKED),
                dice.randrange(11),
                KIND[at % len(KIND)],
                PEOPLE[at % len(PEOPLE)],
            )
            for at in range(many)
        ]

    def months(self) -> list[str]:
        """The month of each."""
        return [f"{when[0]}-{when[1]:02}" for when, *_ in self.rows]


def google(made: Made) -> list[list[str]]:
    """One head; `Timestamp`; a grid; "5 - It's extremely important"."""
    rows = [["Timestamp", "Username", "Email Address", *ASKED[:2], f"How was it? [{ASKED[2]}]", RECOMMEND, OPEN]]
    for (year, month, day, hour), scores, ten, words, who in made.rows:
        time = f"{year}/{month:02}/{day:02} {hour % 12 or 12}:07:29 {'AM' if hour < 12 else 'PM'} AST"
        said = [f"{scores[0]} - It's so", AGREE[scores[1] - 1], str(scores[2])]
        rows.append([time, who[1], who[1], *said, str(ten), words])
    return rows


def microsoft(made: Made) -> list[list[str]]:
    """Five columns of its own, saved as CSV: times are numbers of a spreadsheet or local text."""
    from datetime import date

    rows = [["ID", "Start time", "Completion time", "Email", "Name", *ASKED, RECOMMEND, OPEN]]
    for at, ((year, month, day, hour), scores, ten, words, who) in enumerate(made.rows, 1):
        serial = (date(year, month, day) - date(1899, 12, 30)).days
        done = f"{serial}.{hour:02}" if at % 2 else f"{month}/{day}/{year} {hour}:07:29"
        rows.append([str(at), f"{serial}.1", done, who[1], who[0], *(AGREE[s - 1] for s in scores), str(ten), words])
    return rows


def survey_monkey(made: Made) -> list[list[str]]:
    """Two heads: nine columns of its own, a grid whose blank headings repeat the question to the left."""
    own = ["Respondent ID", "Collector ID", "Start Date", "End Date", "IP Address", "Email Address", "First Name",
           "Last Name", "Custom Data 1"]  # fmt: skip
    rows = [
        [*own, "How was it with us?", "", "", RECOMMEND, OPEN],
        [*("" for _ in own), *ASKED, "Response", "Open-Ended Response"],
    ]
    for (year, month, day, hour), scores, ten, words, who in made.rows:
        time = f"{month:02}/{day:02}/{year} {hour % 12 or 12}:07:29 {'AM' if hour < 12 else 'PM'}"
        first, last = who[0].split()
        rows.append(
            [IDS[0], IDS[1], time, time, who[3], who[1], first, last, who[2], *map(str, scores), str(ten), words]
        )
    return rows


def jotform(made: Made) -> list[list[str]]:
    """`Submission Date` first, `IP` and `Submission ID` last; a grid as `Q >> Row`."""
    rows = [["Submission Date", "Full Name", "Phone Number", *ASKED[:2], f"How was it? >> {ASKED[2]}", RECOMMEND, OPEN,
             "IP", "Submission ID"]]  # fmt: skip
    for (year, month, day, hour), scores, ten, words, who in made.rows:
        time = f"{year}-{month:02}-{day:02} {hour:02}:07:29"
        rows.append([time, who[0], who[2], *(AGREE[s - 1] for s in scores), str(ten), words, who[3], IDS[1]])
    return rows


TOOLS = {"Google Forms": google, "Microsoft Forms": microsoft, "SurveyMonkey": survey_monkey, "Jotform": jotform}


def file(rows: list[list[str]], encoding: str = "utf-8", delimiter: str = ",", head: str = "") -> bytes:
    """The bytes."""
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, lineterminator="\r\n").writerows(rows)
    return (head + out.getvalue()).encode(encoding, "replace")


SHAPES = {
    "as it comes": ("utf-8", ",", ""),
    "with a mark": ("utf-8-sig", ",", ""),
    "utf-16": ("utf-16", "\t", ""),
    "utf-16 without a mark": ("utf-16-le", ",", ""),
    "semicolons, windows": ("cp1252", ";", ""),
    "sep": ("utf-8", ";", "sep=;\r\n"),
}

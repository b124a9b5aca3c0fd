"""Numbers and addresses that point to one person: phone, e-mail, date of birth, record numbers, codes of the trade."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

Spot = tuple[str, int, int]

_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_DATE = rf"(?:\d{{1,2}}[/.-]\d{{1,2}}[/.-]\d{{2,4}}|\d{{4}}-\d\d?-\d\d?|{_MONTH}\s+{_DAY},?\s+\d{{2,4}})"
_LONG_AGO = r"(?:19\d\d|20[01]\d)"
_CODE = r"(?:[a-z]\d\d(?:\.\d[0-9a-z]{0,3})?|\d{3}\.\d{1,2})\b"
_FREE = r"8(?:00|88|77|66|55|44|33)"
"""What begins so is free to call: no client's number."""
_WHOSE = r"(?:record|chart|patient|client|member|subscriber|claim|auth(?:orization)?)"

_SSN = r"(?<![\d-])\d{3}-\d\d-\d{4}(?![\d-])|\bssn[:# ]*(?:is )?\d[\d -]{7,10}"
_BIRTH = (
    rf"\b(?:dob|d\.o\.b\.?|date of birth|born|birth ?da(?:y|te))[\s:,on]*{_DATE}"
    rf"|(?<![\d/.-])(?:\d{{1,2}}[/.-]\d{{1,2}}[/.-]{_LONG_AGO}|{_LONG_AGO}-\d\d-\d\d)(?![\d/.-])"
    rf"|\b{_MONTH} {_DAY}, {_LONG_AGO}\b"
)
_RECORD = (
    rf"\b(?:mrn|medicaid|medicare|{_WHOSE} ?(?:no\.?|number|nr\.?|id|#))[\s:#.]*(?:is )?[a-z]{{0,3}}-?\d{{4,}}[\w-]*"
    rf"|\b{_WHOSE} [a-z]{{0,3}}\d{{5,}}\b"
)
_DIAGNOSIS = (
    rf"\b(?:dsm|icd|dx|diagnos\w+)\b(?:-?\d{{1,2}}(?:-?tr|-?cm)?\b)?[\s:(]*(?:(?:code|is|of|for) )*{_CODE}"
    r"|\b(?-i:[A-UZ])\d\d\.\d[0-9a-z]{0,3}\b|\b[fz]\d\d\.\d[0-9a-z]{0,2}\b|(?<!press )\b(?-i:F)\d\d\b(?! key)"
)
_PROCEDURE = (
    r"(?<![\d$#,.-])(?<!\b(?-i:[A-Z]{2}) )(?<!zip )(?:9078[5-9]|9079[12]|908[3-7]\d|9613\d|9615[6-9]|9616[0-8]"
    r"|9920[2-5]|9921[1-5])(?:[- ]?(?:95|gt|hj?))?(?![\d,-])|\b(?:cpt|hcpcs)(?: codes?)?[\s:#]*[a-z]?\d{4,5}\b"
)
_PHONE = (
    rf"(?<![\w.#/-])(?:\+?1[-. ]?)?(?:\((?!{_FREE})\d{{3}}\) ?|(?!{_FREE}[-. ])[2-9]\d\d[-. ])\d{{3}}[-. ]\d{{4}}"
    r"(?![\w-]|\.\d)|(?<![\w.#/-])[2-9]\d\d-\d{4}(?![\w-]|\.\d)|\+\d{1,3}[ (\d][\d ()-]{6,14}\d"
    r"|(?<!npi )(?<![\w.#/$-])[2-9]\d\d[2-9]\d{6}(?![\w-])"
)


class _Kind(NamedTuple):
    """What is looked for: how many digits the text must have at least, and in one run, and a word of these."""

    name: str
    pattern: str
    digits: int = 0
    run: int = 0
    words: tuple[str, ...] = ()


# In the order in which they are looked for: characters taken by one are not another's. A pattern is compiled when a
# text first needs it: to compile all of them takes longer than all else that adding a line does.
_KINDS = (
    _Kind("ssn", _SSN, digits=9),
    _Kind("birth", _BIRTH, digits=5, words=("19", "20", "dob", "d.o.b", "born", "birth")),
    _Kind("record", _RECORD, run=4, words=("mrn", "medi", "rec", "cha", "pat", "cli", "mem", "sub", "cla", "auth")),
    _Kind("diagnosis", _DIAGNOSIS, run=2),
    _Kind("procedure", _PROCEDURE, run=4, words=("9", "cpt", "hcpcs")),
    _Kind("phone", _PHONE, digits=7),
)


def numbers_in(text: str) -> list[Spot]:
    """(kind, start, end) of each."""
    spots = _addresses(text) if "@" in text else []
    digits, run = _count(text)
    if not digits:
        return spots
    low = text.lower()
    for kind in _KINDS:
        if digits < kind.digits or run < kind.run or (kind.words and not any(word in low for word in kind.words)):
            continue
        if kind.name == "diagnosis" and not _coded(low):
            continue
        for start, end in _finder(kind.pattern)(text):
            if not any(start < other[2] and other[1] < end for other in spots):
                spots.append((kind.name, start, end))
    return spots


_FINDERS: dict[str, Callable[[str], list[tuple[int, int]]]] = {}


def _finder(pattern: str) -> Callable[[str], list[tuple[int, int]]]:
    if pattern not in _FINDERS:
        import re

        compiled = re.compile(pattern, re.IGNORECASE)
        _FINDERS[pattern] = lambda text: [match.span() for match in compiled.finditer(text)]
    return _FINDERS[pattern]


def _count(text: str) -> tuple[int, int]:
    """How many digits a text has, and how many side by side at most."""
    digits = run = longest = 0
    for char in text:
        run = run + 1 if "0" <= char <= "9" else 0
        digits += run > 0
        longest = max(longest, run)
    return digits, longest


def _coded(low: str) -> bool:
    """Whether a word is a letter and two digits, or a diagnosis is spoken of."""
    if any(word in low for word in ("dsm", "icd", "dx", "diagnos")):
        return True
    return any(word[:1].isalpha() and word[1:3].isdecimal() for word in low.replace("(", " ").split())


def _addresses(text: str) -> list[Spot]:
    """E-mail addresses: something, an @, a domain with a dot in it."""
    spots: list[Spot] = []
    at = 0
    for part in text.split():
        at = text.index(part, at)
        core = part.strip("<>()[]{}.,;:!?\"'“”‘’")
        name, _, domain = core.partition("@")
        end = domain.rpartition(".")[2]
        if name and "@" not in domain and "." in domain and len(end) > 1 and end.isalpha():
            start = at + part.index(core)
            spots.append(("e-mail", start, start + len(core)))
        at += len(part)
    return spots

"""The quiet line when what is typed looks like a client's information, and the code that can stand there instead."""

from __future__ import annotations

from organizer.lint import Found, look
from organizer.office import Office
from screens.widgets.field import Field
from screens.widgets.lines import Way, Ways


def remark(office: Office, text: str) -> Found | None:
    """What is remarked on in a text: a name first, since something can be done about it; None when nothing is."""
    if office.practice.setting("lint") == "off":
        return None
    found = look(text)
    return next((one for one in found if one.kind == "name"), found[0] if found else None)


def sentence(found: Found | None) -> str:
    """The line where no keys stand beside it."""
    if found is None:
        return ""
    return f"{found.sentence} ctrl+r puts one there." if found.kind == "name" else found.sentence


def ways(found: Found) -> Ways:
    """The line as a dialog shows it."""
    code = (Way("^r", "a code instead", "code"),) if found.kind == "name" else ()
    return Ways((Way("", found.sentence), *code))


def instead(office: Office, field: Field) -> None:
    """Put a code that nobody has yet in the place of the name that is typed."""
    found = remark(office, field.value)
    if found is None or found.kind != "name":
        return
    code = fresh_code(office)
    before, behind = field.value[: found.start], field.value[found.end :]
    field.value = f"{before}{code}{behind}"
    field.cursor_position = len(before) + len(code) if behind else len(field.value)


def fresh_code(office: Office) -> str:
    """A code drawn at random that nothing in the practice names."""
    from secrets import randbelow

    from organizer.lint.codes import codes_in, fresh
    from organizer.views.people import words_of

    return fresh((code for text in words_of(office.practice) for code in codes_in(text)), randbelow)

"""Which words are kind ones, as far as a list of words can tell: for these a win may be offered, and no more."""

from __future__ import annotations

import re

KIND = re.compile(
    r"\b(thank(s|ful|ed| you)?|grateful|kind(ly|ness)?|warm(ly|th)?|welcom(e|ed|ing)|wonderful|excellent|great(ly)?|"
    r"lovely|appreciated?|glad|caring|cared|safe|trust(ed)?|comfortable|heard|listen(s|ed)|thoughtful|respect(ed|ful)|"
    r"helped|helpful|the best|the only ones?)\b",
    re.IGNORECASE,
)
MARRED = re.compile(
    r"\b(but|however|although|though|yet|never|not|no|nobody|none|nothing|hardly|barely|unless|except|wish|would have|"
    r"could|should|too|less|more|better|rude(ly)?|cold|lost|confus\w*|difficult|worse|unwelcom\w*|unkind\w*|"
    r"unsafe)\b|n['’]t\b|\?",
    re.IGNORECASE,
)


def is_kind(text: str) -> bool:
    """Whether words are kind and nothing in them holds that back."""
    return bool(KIND.search(text)) and not MARRED.search(text)

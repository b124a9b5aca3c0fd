"""The fonts of the print extra, found without importing what draws with them."""

from __future__ import annotations

import os
from importlib.util import find_spec
from typing import Any

from organizer.errors import WrongUse

MISSING = (
    "A PDF or a PNG needs the print extra: pip install 'backoffice-organizer[print]'. "
    "Without it, a name that ends in .html or .svg works."
)
NEEDED = (".pdf", ".png")
"""The endings that need it."""
_SERIF = {"bold": "SourceSerifPro-Semibold.ttf", "regular": "SourceSerifPro-Regular.ttf",
          "italic": "SourceSerifPro-It.ttf"}  # fmt: skip
_VERA = {"bold": "VeraBd.ttf", "regular": "Vera.ttf", "italic": "VeraIt.ttf"}


def installed() -> bool:
    """Whether the print extra is there."""
    return find_spec("reportlab") is not None and find_spec("PIL") is not None


class Faces:
    """The files of each face, the best first, and which letters each has."""

    def __init__(self) -> None:
        """Raises `WrongUse` where the print extra is not installed."""
        serif, vera = _folder("font_source_serif_pro", "files"), _folder("reportlab", "fonts")
        if not vera or find_spec("PIL") is None:
            raise WrongUse(MISSING)
        self.files: dict[str, list[str]] = {}
        for face in ("bold", "regular", "italic"):
            found = [os.path.join(serif, _SERIF[face])] if serif else []
            self.files[face] = [*found, os.path.join(vera, _VERA[face])]
        self._fonts: dict[str, Any] = {}

    def font(self, path: str) -> Any:
        """A font as reportlab reads it, registered under the name of its file."""
        if path not in self._fonts:
            from reportlab.pdfbase.pdfmetrics import registerFont
            from reportlab.pdfbase.ttfonts import TTFont

            font = self._fonts[path] = TTFont(os.path.basename(path).partition(".")[0], path)
            registerFont(font)
        return self._fonts[path]

    def runs(self, text: str, face: str) -> list[tuple[str, str]]:
        """The text in pieces, each with the file of a font that has its letters.

        Raises `WrongUse` where none has.
        """
        runs: list[tuple[str, str]] = []
        for char in text:
            path = next((one for one in self.files[face] if ord(char) in self.font(one).face.charToGlyph), "")
            if not path:
                raise WrongUse(
                    f"The fonts for printing have no {char!r}. A name that ends in .html or .svg takes the "
                    "fonts of this computer instead."
                )
            if runs and runs[-1][1] == path:
                runs[-1] = (runs[-1][0] + char, path)
            else:
                runs.append((char, path))
        return runs

    def measure(self, text: str, face: str, size: float) -> float:
        """How wide text is."""
        return float(sum(self.font(path).stringWidth(part, size) for part, path in self.runs(text, face)))


def _folder(package: str, folder: str) -> str:
    try:
        spec = find_spec(package)
    except (ImportError, ValueError):
        return ""
    home = os.path.join(os.path.dirname(spec.origin), folder) if spec and spec.origin else ""
    return home if home and os.path.isdir(home) else ""

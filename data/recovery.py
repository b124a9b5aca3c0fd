"""The recovery code: the second way to the key, made once, printed, and kept away from the computer.

Thirty letters and digits in groups of five, without those that look alike (Crockford's base 32): 130 random bits, and
20 by which a slip of the pen is told from a wrong code.
"""

from __future__ import annotations

import os

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
RANDOM, CHECK, GROUP = 26, 4, 5
_ALIKE = str.maketrans("OILU", "011V")
_BETWEEN = "- \t.,–—"


def new() -> str:
    """A fresh code, as it is printed."""
    number = int.from_bytes(os.urandom(17), "big")
    drawn = "".join(ALPHABET[number >> 5 * at & 31] for at in range(RANDOM))
    return shown(drawn + _check(drawn))


def shown(code: str) -> str:
    """In groups, as it is printed."""
    return "-".join(code[at : at + GROUP] for at in range(0, len(code), GROUP))


def read(text: str) -> str | None:
    """The bare code in what was typed, in capitals; None when it is not as long as one or has other signs in it."""
    bare = "".join(char for char in text.upper() if char not in _BETWEEN).translate(_ALIKE)
    return bare if len(bare) == RANDOM + CHECK and all(char in ALPHABET for char in bare) else None


def is_right(code: str) -> bool:
    """Whether a bare code agrees with its last letters."""
    return _check(code[:RANDOM]) == code[RANDOM:]


def _check(drawn: str) -> str:
    from hashlib import sha256

    number = int.from_bytes(sha256(drawn.encode()).digest()[:3], "big") >> 4
    return "".join(ALPHABET[number >> shift & 31] for shift in (15, 10, 5, 0))


_SHEET = """\
ORGANIZER: RECOVERY SHEET

Print this and keep it where you keep what matters: not beside the computer,
and not on it. With this code anyone can read the vault; without it and
without the passphrase nobody can, not even whoever wrote the program.

  Vault          {vault}
  Made on        {day}
  Was kept in    {home}

  Recovery code

      {first}
      {second}

Letters and digits only: there is no O, I, L or U in it. Capitals, spaces
and dashes do not matter.

If the passphrase is forgotten, and the computer is there

  1. Open Organizer, and type the code where it asks for the passphrase.
  2. Choose a new passphrase:  organizer passphrase change

If the computer is gone

  1. Install Organizer (Python 3.11 or newer; README, "Start").
  2. Take the newest backup, a file that ends with .organizer, or a copy of
     the folder above.
  3. A backup:  organizer restore FILE
     A copy of the folder: put it where `organizer where` says.
  4. Type the code where it asks for the passphrase.
  5. Choose a new passphrase:  organizer passphrase change

The code stays the same when the passphrase is changed. It is made new when
the passphrase is removed and set again, or renewed; then burn this sheet,
but keep it as long as you keep backups from before.
"""


def sheet(code: str, vault: str, home: str, day: str) -> str:
    """The recovery sheet as text, to print. `vault` is the vault's id, `day` when it was made."""
    groups = code.split("-")
    half = len(groups) // 2
    first, second = "  ".join(groups[:half]), "  ".join(groups[half:])
    return _SHEET.format(vault=shown(vault[:20]), day=day, home=home, first=first, second=second)

"""`organizer`, and `python -m organizer`."""

from __future__ import annotations

import gc
import os
import sys


def main() -> None:
    """Do what the command line says, and leave at once: everything is synced by then, nothing is left to tidy."""
    gc.disable()
    from organizer.cli import run

    code = run(sys.argv[1:])
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            try:
                stream.flush()
            except OSError:
                pass
    os._exit(code)


if __name__ == "__main__":
    main()

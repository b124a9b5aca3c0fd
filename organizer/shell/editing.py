"""`settings --edit`: the file of this machine in the editor of one's own."""

from __future__ import annotations

import os
import shlex

from organizer import machine, paths
from organizer.errors import WrongUse
from organizer.shell.shell import Shell


def edit(shell: Shell) -> int:
    """Open `settings.toml`, begun with all that may stand in it, and say afterwards what of it cannot be taken."""
    editor = os.environ.get("VISUAL") or os.environ.get("EDITOR")
    path = machine.path_in(paths.home())
    if not os.path.exists(path):
        machine.begin(paths.home())
    if not editor:
        shell.terminal.out(path)
        raise WrongUse("EDITOR names no editor. Open the file above with one; it is there now.")
    import subprocess

    try:
        subprocess.run([*shlex.split(editor), path], check=False)
    except (OSError, ValueError):
        raise WrongUse(f"The editor {editor!r} cannot be opened. The file is {path}.") from None
    said = machine.read(paths.home()).said
    shell.terminal.tell(*said or ("All of it can be taken; the next Organizer that is opened follows it.",))
    return 0

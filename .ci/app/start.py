"""Where the one-folder program begins.

What Organizer runs beside itself (the reminder agent, the notifier) it runs as `python -m MODULE`. Here it is the
program itself that is called so, since no Python need be on the machine.
"""

import sys


def main() -> None:
    """Do what the command line says, or what `-m` names."""
    if sys.argv[1:2] == ["-m"] and len(sys.argv) > 2:
        name = sys.argv.pop(2)
        del sys.argv[1]
        if name.partition(".")[0] == "organizer" and name != "organizer":
            import runpy

            runpy.run_module(name, run_name="__main__", alter_sys=True)
            return
    from organizer.__main__ import main as begin

    begin()


if __name__ == "__main__":
    main()

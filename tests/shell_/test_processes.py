"""What only a real process shows: what is imported, pipes and signals, several shells at once."""

from __future__ import annotations

import json
import os
import pty
import select
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.shell_.conftest import ROOT, Run, kept

HEAVY = (
    *("textual", "rich", "dataclasses", "inspect", "asyncio", "argparse", "importlib.metadata", "logging", "shutil"),
    *("cryptography", "hashlib", "getpass", "data.seal", "data.keys", "data.swap", "data.slots"),
)
"""Nothing of what a plain vault does without is loaded for it."""

IMPORTS = """
import json, sys
from organizer.__main__ import run
code = run(sys.argv[1:])
sys.stdout.flush()
print(json.dumps([code, sorted(sys.modules)]), file=sys.stderr)
"""


@pytest.mark.parametrize("words", [("add", "Pay rent fri 4pm #accounting"), ("list",), ("today", "--json")])
def test_a_verb_imports_no_more_than_it_needs(organizer: Run, words: tuple[str, ...]) -> None:
    organizer("add", "The first one makes the vault")
    done = subprocess.run([sys.executable, "-c", IMPORTS, *words], capture_output=True, text=True, check=True)
    code, modules = json.loads(done.stderr.splitlines()[-1])
    assert code == 0
    assert not [name for name in HEAVY if name in modules]


def test_four_shells_at_once_lose_nothing(home: Path) -> None:
    loop = (
        "import sys\n"
        "from organizer.__main__ import run\n"
        "sys.exit(sum(run(['add', f'shell {sys.argv[1]} line {n}']) for n in range(25)))"
    )
    command = [sys.executable, "-c", loop]
    shells = [
        subprocess.Popen([*command, str(n)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) for n in range(4)
    ]
    assert [shell.wait(60) for shell in shells] == [0, 0, 0, 0]
    texts = sorted(doc["text"] for doc in kept(home)["entries"].values())
    assert texts == sorted(f"shell {shell} line {line}" for shell in range(4) for line in range(25))


def test_words_that_are_not_unicode(process: Run) -> None:
    added = process("add", b"caf\xe9 with Ana")
    assert added.code == 0
    assert process("list", "--json").json[0]["text"] == "caf\ufffd with Ana"
    assert process(b"\xff\xfe").code == 2


def test_json_is_utf8_whatever_the_locale(process: Run) -> None:
    process("add", "Grüße an 東京 👋")
    latin = {"PYTHONIOENCODING": "latin-1", "PYTHONUTF8": "0"}
    assert process("list", "--json", **latin).json[0]["text"] == "Grüße an 東京 👋"
    ascii_only = process("list", PYTHONIOENCODING="ascii")
    assert ascii_only.code == 0
    assert "Gr??e an ?? ?" in ascii_only.out


def test_a_reader_who_has_read_enough(process: Run) -> None:
    process("add", "-", stdin=b"".join(b"line %d of many\n" % n for n in range(300)))
    command = [sys.executable, "-m", "organizer", "list", "--json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as shell:
        assert shell.stdout is not None
        assert shell.stderr is not None
        shell.stdout.readline()
        shell.stdout.close()
        assert shell.stderr.read() == b""
        assert shell.wait(30) == 0


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="there is no /dev/full here")
def test_output_that_cannot_be_written(home: Path) -> None:
    with open("/dev/full", "w") as full:
        command = [sys.executable, "-m", "organizer", "add", "Pay rent"]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True)
    assert done.returncode == 8
    assert done.stderr.count("\n") == 1
    assert "ENOSPC" in done.stderr
    assert len(kept(home)["entries"]) == 1


def test_stopped_while_it_waits_for_lines(home: Path) -> None:
    stopping = (
        "import os, signal, sys, types\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)  # a runner in the background may ignore it\n"
        "from organizer.__main__ import main\n"
        "def read():\n"
        "    os.kill(os.getpid(), signal.SIGINT)\n"
        "    signal.pause()\n"
        "sys.stdin = types.SimpleNamespace(isatty=lambda: False, buffer=types.SimpleNamespace(read=read))\n"
        "main()\n"
    )
    done = subprocess.run([sys.executable, "-c", stopping, "add", "-"], capture_output=True, timeout=30)
    assert (done.returncode, done.stdout, done.stderr) == (130, b"", b"")
    assert kept(home)["entries"] == {}


def test_a_process_without_stdout(home: Path) -> None:
    command = f'exec "{sys.executable}" -m organizer add "Pay rent" >&- 2>&-'
    assert subprocess.run(["sh", "-c", command]).returncode == 0
    assert len(kept(home)["entries"]) == 1


def test_errors_have_no_traceback(process: Run, home: Path) -> None:
    refused = process("done", "zzzzz")
    assert (refused.code, refused.out, refused.err.count("\n")) == (3, "", 1)
    home.joinpath("x").write_text("")
    assert process("today", ORGANIZER_HOME=str(home / "x")).code == 8


def _screen(words: list[str], ended_by: signal.Signals, tmp: Path) -> tuple[int, list[str]]:
    """Run the full screen's stand-in in a terminal, end it by a signal; its status, and the demo homes it had."""
    stand_in = (
        "import signal, sys, time, types\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)  # a runner in the background may ignore it\n"
        "app = types.ModuleType('screens.app')\n"
        "def run(office, place, trouble_file='', library=None, *rest):\n"
        "    print('open', place, len(office.practice.entries), flush=True)\n"
        "    time.sleep(30)\n"
        "    return 0\n"
        "app.run = run\n"
        "sys.modules['screens.app'] = app\n"
        "from organizer.__main__ import main\n"
        "main()\n"
    )
    pid, terminal = pty.fork()
    if pid == 0:
        os.environ.update(TMPDIR=str(tmp), PYTHONPATH=str(ROOT))
        os.execv(sys.executable, [sys.executable, "-c", stand_in, *words])
    said = b""
    while b"\n" not in said and select.select([terminal], [], [], 20)[0]:
        said += os.read(terminal, 4096)
    assert said.startswith(b"open ")
    homes = [path.name for path in tmp.iterdir()]
    os.kill(pid, ended_by)
    status = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
    os.close(terminal)
    return status, homes


@pytest.mark.parametrize("ended_by", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_the_demo_leaves_nothing_behind(tmp_path: Path, home: Path, ended_by: signal.Signals) -> None:
    tmp = tmp_path / "tmp"
    tmp.mkdir()
    status, homes = _screen(["demo"], ended_by, tmp)
    assert status == 128 + ended_by
    assert len(homes) == 1
    assert homes[0].startswith("organizer-demo-")
    assert list(tmp.iterdir()) == []
    assert not home.exists()

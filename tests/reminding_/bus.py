"""A session bus with a notification service on it, in pure Python: what CI has everywhere. It records every call.

It speaks enough of D-Bus for jeepney, libnotify and plyer: the handshake, the bus's own calls, and the service's.
"""

from __future__ import annotations

import os
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, NamedTuple

from jeepney import HeaderFields, MessageType, Parser, new_error, new_method_return

SERVICE, BUS = "org.freedesktop.Notifications", "org.freedesktop.DBus"


class Popup(NamedTuple):
    """One notification as the service was asked to show it."""

    app: str
    title: str
    body: str
    hints: dict[str, Any]
    expires: int
    actions: list[str]


class Bus:
    """The bus. `manner` is "well", "silent" (the service never answers), "dead" (nobody answers at all), or "bare"
    (there is no notification service)."""

    def __init__(self, path: Path, manner: str = "well", capabilities: tuple[str, ...] = ("body",)) -> None:
        self.address = f"unix:path={path}"
        self.manner = manner
        self.capabilities = list(capabilities)
        self.popups: list[Popup] = []
        self._names = 0
        self._serial = 0
        self._socket = socket.socket(socket.AF_UNIX)
        self._socket.bind(str(path))
        self._socket.listen(16)
        threading.Thread(target=self._accept, daemon=True).start()

    def close(self) -> None:
        """Stop."""
        with suppress(OSError):
            self._socket.shutdown(socket.SHUT_RDWR)
        self._socket.close()

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                connection, _ = self._socket.accept()
                threading.Thread(target=self._serve, args=(connection,), daemon=True).start()

    def _serve(self, connection: socket.socket) -> None:
        with connection, suppress(OSError):
            rest = self._shake_hands(connection)
            if rest is None:
                return
            self._names += 1
            name, parser = f":1.{self._names}", Parser()
            for message in parser.feed(rest):
                self._answer(connection, message, name)
            while data := connection.recv(65536):
                for message in parser.feed(data):
                    self._answer(connection, message, name)

    def _shake_hands(self, connection: socket.socket) -> bytes | None:
        if self.manner == "dead":
            while connection.recv(4096):
                pass
            return None
        data = b""
        while True:
            more = connection.recv(4096)
            if not more:
                return None
            data += more
            while b"\r\n" in data:
                line, _, data = data.partition(b"\r\n")
                line = line.lstrip(b"\0")
                if line.startswith(b"BEGIN"):
                    return data
                answer = b"AGREE_UNIX_FD" if line.startswith(b"NEGOTIATE") else b"OK " + b"0" * 32
                if line == b"AUTH":
                    answer = b"REJECTED EXTERNAL"
                connection.sendall(answer + b"\r\n")

    def _answer(self, connection: socket.socket, message: Any, name: str) -> None:
        if message.header.message_type != MessageType.method_call:
            return
        fields = message.header.fields
        fields[HeaderFields.sender] = name
        method, to = fields.get(HeaderFields.member), fields.get(HeaderFields.destination)
        answer = self._of_bus(message, method, name) if to == BUS else self._of_service(message, method)
        if answer is None:
            return
        answer.header.fields[HeaderFields.sender] = to or BUS
        self._serial += 1
        connection.sendall(answer.serialise(serial=self._serial))

    def _of_bus(self, message: Any, method: str, name: str) -> Any:
        if method == "Hello":
            return new_method_return(message, "s", (name,))
        if method in ("StartServiceByName", "RequestName"):
            if self.manner == "bare":
                return new_error(message, f"{BUS}.Error.ServiceUnknown", "s", ("not here",))
            return new_method_return(message, "u", (2,))
        if method == "GetNameOwner":
            if self.manner == "bare":
                return new_error(message, f"{BUS}.Error.NameHasNoOwner", "s", ("not here",))
            return new_method_return(message, "s", (":1.0",))
        return new_method_return(message)

    def _of_service(self, message: Any, method: str) -> Any:
        if self.manner == "silent":
            return None
        if self.manner == "bare":
            return new_error(message, f"{BUS}.Error.ServiceUnknown", "s", ("not here",))
        if method == "GetCapabilities":
            return new_method_return(message, "as", (self.capabilities,))
        if method == "GetServerInformation":
            return new_method_return(message, "ssss", ("recorded", "tests", "1", "1.2"))
        if method == "Notify":
            app, _, _, title, body, actions, hints, expires = message.body
            said = {key: value[1] for key, value in hints.items()}
            self.popups.append(Popup(app, title, body, said, expires, actions))
            return new_method_return(message, "u", (len(self.popups),))
        return new_error(message, f"{BUS}.Error.UnknownMethod")


@contextmanager
def bus(folder: Path, manner: str = "well", capabilities: tuple[str, ...] = ("body",)) -> Iterator[Bus]:
    """A bus for a while; its socket lies in a folder of a short name, since a path of one may not be long."""
    path = folder / f"bus{os.urandom(3).hex()}"
    made = Bus(path, manner, capabilities)
    try:
        yield made
    finally:
        made.close()


NOTIFY_SEND = '''#!{python}
"""What libnotify's program does, for machines that lack it."""
import getopt, os, sys
with open({log!r}, "a") as log:
    log.write(repr(sys.argv[1:]) + "\\n")
options, words = getopt.gnu_getopt(
    sys.argv[1:], "a:u:t:i:c:h:",
    ["app-name=", "urgency=", "expire-time=", "icon=", "category=", "hint=", "help", "version"],
)
given = {{name.lstrip("-"): value for name, value in options}}
if "help" in given:
    print("Usage: notify-send")
    raise SystemExit(0)
sys.path.insert(0, {room!r})
from organizer.notifying.bus import Service
expires = int(given.get("expire-time") or given.get("t") or -1000) // 1000
Service(30).notify(words[0], words[1] if len(words) > 1 else "", expires)
'''


def notify_send(folder: Path, python: str, room: Path) -> Path:
    """A `notify-send` in a folder, to be put on the PATH; gives the file in which it notes what it was given."""
    log = folder / "notify-send.log"
    program = folder / "notify-send"
    program.write_text(NOTIFY_SEND.format(python=python, log=str(log), room=str(room)))
    program.chmod(0o755)
    return log

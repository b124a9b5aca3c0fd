"""The desktop's notification service, asked over the session bus without anybody's help (jeepney, pure Python)."""

from __future__ import annotations

from typing import Any

APP = "Organizer"
HINTS = {"desktop-entry": "organizer", "category": "x-organizer.reminder"}


class Service:
    """A connection to the service. Raises what goes wrong: `OSError`, `TimeoutError`, an answer that is an error."""

    def __init__(self, limit: float) -> None:
        """`limit` is in seconds, for each thing that is asked."""
        from jeepney import DBusAddress
        from jeepney.io.blocking import open_dbus_connection

        self._limit = limit
        self._connection = open_dbus_connection(bus="SESSION")
        path, name = "/org/freedesktop/Notifications", "org.freedesktop.Notifications"
        self._address = DBusAddress(path, bus_name=name, interface=name)

    def _ask(self, method: str, signature: str | None = None, body: tuple[Any, ...] = ()) -> tuple[Any, ...]:
        from jeepney import new_method_call
        from jeepney.wrappers import unwrap_msg

        message = new_method_call(self._address, method, signature, body)
        answer = self._connection.send_and_get_reply(message, timeout=self._limit)
        found: tuple[Any, ...] = unwrap_msg(answer)
        return found

    def capabilities(self) -> list[str]:
        """What it can do: "body-markup" and others."""
        return [str(one) for one in self._ask("GetCapabilities")[0]]

    def notify(self, title: str, body: str, seconds: int) -> None:
        """Show one."""
        hints = {name: ("s", value) for name, value in HINTS.items()}
        self._ask("Notify", "susssasa{sv}i", (APP, 0, "", title, body, [], hints, seconds * 1000))

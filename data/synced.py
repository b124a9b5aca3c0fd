"""Folders that a sync program keeps alike on several computers: noticed by their names and marks, and explained."""

from __future__ import annotations

import os

from data import lastseen
from data.names import kind_of

_NAMES = {
    "dropbox": "Dropbox",
    "onedrive": "OneDrive",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "my drive": "Google Drive",
    "mobile documents": "iCloud Drive",
    "icloud drive": "iCloud Drive",
    "iclouddrive": "iCloud Drive",
    "com~apple~clouddocs": "iCloud Drive",
}
"""How the folders of these services begin, in small letters; what follows may be " - Practice", " (Personal)" or an
account."""
_MARKS = {".stfolder": "Syncthing", ".dropbox": "Dropbox", ".dropbox.cache": "Dropbox", ".owncloudsync.log": "ownCloud"}
"""What some of them leave in the folder that they keep."""
_TOLD = "told"
_COPIES = "A sync program has made copies of the vault's files. They are not read; `organizer check` names them."


def service(home: str) -> str:
    """The service in whose folder a home lies, "" for none. Links are followed."""
    here = os.path.realpath(home)
    while True:
        above, name = os.path.split(here)
        low = name.casefold()
        for start, said in _NAMES.items():
            if low == start or (low.startswith(start) and low[len(start)] in " -(_"):
                return said
        for mark, said in _MARKS.items():
            if os.path.lexists(os.path.join(here, mark)) and not _is_user(here):
                return said
        if above == here or not name:
            return ""
        here = above


def _is_user(folder: str) -> bool:
    """Whether it is the person's own folder, in which Dropbox keeps its settings under the same name."""
    return folder == os.path.realpath(os.path.expanduser("~"))


def sentence(home: str) -> str:
    """What there is to know about a home in such a folder; "" when it is in none."""
    found = service(home)
    if not found:
        return ""
    offline = " Mark it as always kept on this computer." if found in ("iCloud Drive", "OneDrive") else ""
    return (
        f"This home is in a folder of {found}. That is fine for one computer at a time: close Organizer, let {found} "
        f"finish, then open it on the other. Two at once make copies that are not put together again.{offline}"
    )


def copies(vault: str) -> list[str]:
    """The copies that a sync program has made in a vault's folder of files of ours; they are never read."""
    try:
        return sorted(name for name in os.listdir(vault) if kind_of(name) == "copy")
    except OSError:
        return []


def untold(home: str) -> list[str]:
    """What has not been said yet of a synced folder and of copies in it; from now on it has been."""
    kept = lastseen.read(home).get(_TOLD, {})
    found = {"service": service(home), "copies": copies(os.path.join(home, "vault"))}
    said = [sentence(home)] if found["service"] and found["service"] != kept.get("service") else []
    if any(name not in kept.get("copies", ()) for name in found["copies"]):
        said.append(_COPIES)
    if said:
        lastseen.write(home, _TOLD, found)
    return said

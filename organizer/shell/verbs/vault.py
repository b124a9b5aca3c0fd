"""The verbs of what is kept: seal, backups, check."""

from organizer.shell.verbs.verb import JSON, Option, Verb

DRY_RUN = Option("--dry-run", "Show what would come and go, and change nothing.")
REPAIR = Option("--repair", "Put right what can be, and keep aside what cannot.")

VERBS = (
    Verb(
        "passphrase",
        "set|change|remove",
        "Seal the vault with a passphrase, change it, or take the seal off.",
        "passphrase",
        1,
        1,
        (
            Option("--sheet", "Write the recovery sheet into this new file instead of printing it.", "FILE"),
            Option("--new-key", "With change: a new key and a new recovery code as well."),
        ),
        offers=("set", "change", "remove"),
        more=(
            "It is asked for on the terminal and not shown. The recovery code is taken wherever the passphrase is.",
            "For scripts, ORGANIZER_PASSPHRASE_FILE names a file that holds it.",
        ),
    ),
    Verb("lock", "", "Lock every Organizer that is open.", "passphrase", options=()),
    Verb(
        "backup",
        "[FILE]",
        "Make a backup now, among the others or as a file of its own.",
        "keeping",
        0,
        1,
        more=(
            "It is opened again and counted before it counts as one.",
            "A sealed vault makes a sealed backup. FILE may be a folder.",
            "organizer backup /media/stick/practice.organizer",
        ),
    ),
    Verb("backups", "", "List the backups, the newest first, and whether each is whole.", "keeping"),
    Verb(
        "restore",
        "FILE",
        "Put a backup in the vault's place; what it replaces is kept.",
        "keeping",
        1,
        1,
        (DRY_RUN, JSON),
        more=(
            "FILE is a file, the name of a backup or how it begins, or a folder that was kept.",
            "organizer restore 2031-05-02 --dry-run",
        ),
    ),
    Verb(
        "check",
        "",
        "Check everything that is kept, and repair what can be.",
        "keeping",
        options=(REPAIR, JSON),
        more=("It ends with 6 when something is damaged. Nothing you wrote is shown.",),
    ),
)

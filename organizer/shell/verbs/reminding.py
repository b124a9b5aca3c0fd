"""The verbs of reminders: one look at what is due, and the agent that does so while the app is closed."""

from organizer.shell.verbs.verb import JSON, Option, Verb

VERBS = (
    Verb(
        "remind",
        "",
        "Tell what is due, once; with --watch, from now on.",
        "remind",
        options=(
            Option("--watch", "Stay and tell everything in its time; one is enough."),
            Option("--home", "The home to look into, if ORGANIZER_HOME cannot be set.", "FOLDER"),
            JSON,
        ),
        more=("A notification says no more than the settings let it; of a sealed vault only its kind.",),
    ),
    Verb(
        "reminders",
        "[WORD [ID]]",
        "Show what rings next; set up who tells it while all is closed.",
        "reminders",
        0,
        2,
        (
            Option("--way", "How it is begun: systemd, launchd, schtasks, autostart or cron.", "WAY",
                   ("systemd", "launchd", "schtasks", "autostart", "cron")),
            JSON,
        ),
        offers=("install", "uninstall", "status", "test", "never"),
        more=(
            "WORD is: install, uninstall, status, test or never.",
            "install chooses the way that fits this machine. uninstall leaves nothing behind.",
            "test sends a notification and says by which way it went, and what to install if none did.",
            "never ID: that one never rings again; once more lets it ring.",
        ),
    ),
)  # fmt: skip

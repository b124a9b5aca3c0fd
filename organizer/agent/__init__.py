"""The reminder agent: what is due, told while the app is closed.

It is small: it knows the schedule (`organizer.reminding.schedule`) and never opens the vault itself. Where the vault
is not sealed, a process of its own makes the schedule anew when something has changed (`organizer.agent.inside`); a
sealed one has it written by whoever holds the key.
"""

"""Reminders on the screen: the quiet line, the list of what rings, and how a notification is tried."""

"""Commands, fields, changes and views, on a practice in memory."""

"""What a back office is and does: records, commands, views, the command line, the reminder agent."""

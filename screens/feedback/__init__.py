"""What clients tell: asking, taking in replies, reading them first."""

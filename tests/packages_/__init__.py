"""The wheel installed elsewhere and driven in a terminal, and the lines of the docs pasted into a shell."""

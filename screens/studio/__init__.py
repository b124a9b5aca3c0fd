"""Theme: the piece that hangs, and the studio in which one is found."""

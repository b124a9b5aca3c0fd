"""The ways by which `organizer.notify` tells something: the desktop's, and the terminal's."""

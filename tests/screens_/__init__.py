"""The full screen, used as a person uses it."""

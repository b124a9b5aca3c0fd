"""The place of the rituals, and the full screen in which one is gone through."""

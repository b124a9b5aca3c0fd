"""What an office begins with: packs, their library, adopting them, and texts."""

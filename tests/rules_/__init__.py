"""Rules that need no disk and no screen: tables, and properties that must hold for anything."""

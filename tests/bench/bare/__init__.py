"""The smallest programs of their kind: what the app is measured against."""

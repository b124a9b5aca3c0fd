"""Settings: the page, what its keys do, and keys of one's own."""

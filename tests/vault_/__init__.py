"""The vault: in memory, on disk, sealed; killed, cut off, full, rotten, written by two at once."""

"""Where a practice is kept: the vault, its log, snapshots and archive, its seal and its backups."""

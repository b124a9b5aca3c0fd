"""My Word: promises, their path, and putting right."""

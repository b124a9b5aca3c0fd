"""What clients tell: replies read from a file or typed in, kept in aggregate, and never shown below five."""

"""What pages and verbs show: plain functions of the practice and the moment."""

"""Tests, a folder for each room and each way in. None is called as a room is, or it would stand in its way."""

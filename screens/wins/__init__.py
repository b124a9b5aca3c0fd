"""Wins: the year, the jar and the wall, what went right lately, and the rewards."""

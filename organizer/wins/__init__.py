"""Wins: what went right, the stars it earns, and what they are for."""

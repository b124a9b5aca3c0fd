"""Rituals: guided lists of small questions. Which there are, what each question shows, and where its answers go."""

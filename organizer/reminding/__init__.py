"""What rings, when, and in which words. Pure: nothing here reads a disk, a clock or a screen.

A reminder is never a thing of its own: it is derived from an entry, a promise, an inquiry or a ritual each time it is
asked for (`sources`), so that what is done, kept or let go rings no more. What was told and what was put off is all
that is remembered of it (`telling`), by names that say nothing (`ring.key`).
"""

"""Rules of the house: who may import whom, how large a file may grow."""

"""A monkey at the keyboard and the mouse: random keys, clicks, texts and sizes, from a seed that brings them back."""

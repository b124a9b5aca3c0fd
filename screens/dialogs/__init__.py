"""What opens over a page: capture, find, the drawer, help, choosers, the tour."""

"""The way in: the client's path from finding us to goodbye."""

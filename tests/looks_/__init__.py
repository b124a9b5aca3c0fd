"""How it looks: palettes, signs, and pictures of the pages."""

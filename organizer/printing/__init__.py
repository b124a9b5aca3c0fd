"""The theme on paper and as a picture: one layout in shapes and words, drawn as SVG, HTML, PDF or PNG."""

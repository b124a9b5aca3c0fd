"""What the person sees: the app, a page for each place, overlays, widgets, colors."""

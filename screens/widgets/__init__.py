"""What everything is drawn with: the canvas and its lanes, the frame, the fields."""

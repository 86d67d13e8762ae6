"""A chart as a picture: laid out in points, then painted."""

"""Official files into releases: one folder a source, and what they share."""

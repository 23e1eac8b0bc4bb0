"""What use is for: one episode in slow motion, urges as waves, the map of meanings, two voices, what we think."""

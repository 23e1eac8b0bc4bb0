"""`vado evidence`: the library of single-case statistics at the terminal."""

"""Template tags and filters of the shell."""

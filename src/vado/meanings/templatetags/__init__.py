"""Tags for the templates of this room."""

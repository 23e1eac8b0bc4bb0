"""Django's backend for SQLite, with the one write lock asked for in short steps: see `base`."""

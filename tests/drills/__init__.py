"""Drills: kill, fill, lock and cut, and then look whether anything was lost."""

"""Pages of the diary: open, ask a rule, render or redirect."""

"""Pages of goals, the plan and what has changed: each opens, asks a rule and renders."""

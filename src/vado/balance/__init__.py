"""What it gives and what it costs, to me, to my people, to the community; and both sides of changing and of staying."""

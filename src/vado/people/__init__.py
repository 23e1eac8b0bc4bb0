"""People: accounts, practices, roles, sign-in, and who may do what."""

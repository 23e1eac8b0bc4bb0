"""The shell: settings, addresses, the page around every page, design tokens, and home ("Today")."""

"""Word lists: one loader, and a module for each kind of list."""

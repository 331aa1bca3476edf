"""The command line; the only place, with the window, that puts the parts together."""

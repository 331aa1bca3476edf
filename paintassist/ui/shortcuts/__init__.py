"""Shortcuts: presets, what the painter changed, and the dialog for both."""

"""Headless work on files: colorize, evaluate, simulate, bench. Knows no Qt."""

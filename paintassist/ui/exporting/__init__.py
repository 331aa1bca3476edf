"""The export dialog: what is written where, what the inspection found, and the way there."""

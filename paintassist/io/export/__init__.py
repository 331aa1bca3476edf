"""Finished cels to files: formats, names, presets, and the proof that all of it arrived."""

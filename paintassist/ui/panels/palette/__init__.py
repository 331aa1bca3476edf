"""The palette dock: scenes, parts with their tones, and the entry in the hand."""

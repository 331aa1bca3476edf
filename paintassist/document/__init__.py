"""The open project: frames, decisions, references, undo. Knows no Qt."""

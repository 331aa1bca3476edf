"""PaintAssist: proposes a colour for every segment of an anime cel."""

__version__ = "0.1.0"

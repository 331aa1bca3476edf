"""Colour design sheets: what lies on one, and what its drawings and swatches say."""

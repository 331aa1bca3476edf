"""Importing colour design sheets: the dialog with its picture, and the work behind it."""

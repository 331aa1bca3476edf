"""What the rooms below the window say, in the painter's language; they say it in English."""

from paintassist.ui.told.telling import told, told_first

__all__ = ["told", "told_first"]

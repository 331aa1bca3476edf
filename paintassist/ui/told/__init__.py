"""What the rooms below the window say, in the painter's language; they say it in English."""

from paintassist.ui.told.telling import told

__all__ = ["told"]

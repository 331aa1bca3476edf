"""A procedural 2D rig: endless different characters, drawn as line-art cels."""

from __future__ import annotations

import numpy as np

from paintassist.training.cel import Character
from paintassist.training.rig2d.character import RigCharacter
from paintassist.training.rig2d.styles import GROUPS, sample_design

__all__ = ["GROUPS", "sample_character"]


def sample_character(rng: np.random.Generator, group: str = "") -> Character:
    """A new character; `group` picks one of `GROUPS` (a random one when empty)."""
    return RigCharacter(sample_design(rng, group))

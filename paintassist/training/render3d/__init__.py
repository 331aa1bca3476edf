"""Rigged 3D characters, rendered the way cels look."""

from paintassist.training.render3d.character import Character3D, Pose3D
from paintassist.training.render3d.library import (
    CharacterFile,
    Library,
    load_characters,
    load_motions,
    make_variant,
    pack,
    sample_character,
)
from paintassist.training.render3d.model import Model3D, load_model

__all__ = [
    "Character3D",
    "CharacterFile",
    "Library",
    "Model3D",
    "Pose3D",
    "load_characters",
    "load_model",
    "load_motions",
    "make_variant",
    "pack",
    "sample_character",
]

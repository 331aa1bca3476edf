"""Sets of keys that hands know from elsewhere; a preset says only what differs from the table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from paintassist.ui.actions.keys import KeyMap, Keys, default_keys
from paintassist.ui.actions.spec import ActionSpec


@dataclass(frozen=True)
class Preset:
    """One set of keys.

    Attributes
    ----------
    id : str
        Under which changes to it are stored.
    name : str
        A proper name, the same in every language.
    changes : mapping of str to tuple of str
        Keys per action id that are not those of the table; other actions lose them.
    """

    id: str
    name: str
    changes: Mapping[str, Keys] = field(default_factory=dict)

    def keys(self, specs: tuple[ActionSpec, ...]) -> KeyMap:
        """Return the keys of all actions in this preset."""
        keys = KeyMap({spec.id: default_keys(spec) for spec in specs})
        for action_id, changed in self.changes.items():
            keys.assign(action_id, changed)
        return KeyMap({action_id: keys[action_id] for action_id in keys})


PAINT_ASSIST = Preset("paintassist", "PaintAssist")
PAINTMAN_LIKE = Preset(
    "paintman",
    "PaintMan-like",
    {
        "bucket": ("Alt+K",),
        "previous_frame": ("F",),
        "next_frame": ("G",),
        "lines_on_top": ("Q",),
        "fit": ("Shift+Z",),
        "undo": ("Ctrl+Z",),
        "redo": ("Ctrl+Y",),
        "save": ("Ctrl+S",),
    },
)
CLIP_STUDIO_LIKE = Preset(
    "clipstudio",
    "Clip Studio-like",
    {
        "bucket": ("G",),
        "eyedropper": ("I",),
        "fit": ("Ctrl+0",),
        "actual_size": ("Ctrl+Alt+0",),
        "zoom_in": ("Ctrl++",),
        "zoom_out": ("Ctrl+-",),
        "undo": ("Ctrl+Z",),
        "redo": ("Ctrl+Y",),
        # G is the bucket's there, so the frames need keys of their own.
        "previous_frame": (",",),
        "next_frame": (".",),
        # So are the keys of a brush's size, and those that turn the view.
        "trace_thinner": ("[",),
        "trace_thicker": ("]",),
        "turn_left": ("-",),
        "turn_right": ("=",),
    },
)
PRESETS: Mapping[str, Preset] = {
    preset.id: preset for preset in (PAINT_ASSIST, PAINTMAN_LIKE, CLIP_STUDIO_LIKE)
}

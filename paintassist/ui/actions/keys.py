"""Which keys stand for which action, and where they count."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from PySide6.QtGui import QKeySequence

from paintassist.ui.actions.spec import ActionSpec

# Lists, fields and buttons need these: as shortcuts they count on the canvas only.
NEEDED_ELSEWHERE = frozenset({
    "Space", "Return", "Enter", "Tab", "Shift+Tab", "Del", "Backspace", "Left", "Right", "Up",
    "Down", "Home", "End", "PgUp", "PgDown",
})  # fmt: skip

Keys = tuple[str, ...]


def normal(key: str) -> str:
    """Return a key as Qt spells it in files, the same in every language; empty if it is none."""
    sequence = QKeySequence(key, QKeySequence.SequenceFormat.PortableText)
    return sequence.toString(QKeySequence.SequenceFormat.PortableText)


def shown(keys: Keys) -> str:
    """Return keys as this system spells them."""
    native = QKeySequence.SequenceFormat.NativeText
    return ", ".join(QKeySequence(key).toString(native) for key in keys)


def default_keys(spec: ActionSpec) -> Keys:
    """Return the keys that the table gives an action."""
    return tuple(normal(key) for key in (*spec.keys, *spec.canvas_keys))


def counts_on_canvas_only(spec: ActionSpec, key: str) -> bool:
    """Tell whether a key of an action is left to lists and fields while they have the keyboard."""
    return key in NEEDED_ELSEWHERE or key in {normal(own) for own in spec.canvas_keys}


@dataclass
class KeyMap:
    """The keys of all actions: what a preset gives, and what the painter changed.

    Attributes
    ----------
    given : mapping of str to tuple of str
        Keys per action id as the preset has them, spelled by `normal`.
    own : dict of str to tuple of str
        The painter's keys, where they differ from the preset's.
    """

    given: Mapping[str, Keys]
    own: dict[str, Keys] = field(default_factory=dict)

    def __getitem__(self, action_id: str) -> Keys:
        return self.own.get(action_id, self.given.get(action_id, ()))

    def __iter__(self) -> Iterator[str]:
        return iter(self.given)

    def owner(self, key: str) -> str:
        """Return the id of the action that has a key, empty if it is free."""
        return next((action_id for action_id in self if key in self[action_id]), "")

    def assign(self, action_id: str, keys: Keys) -> None:
        """Give an action exactly these keys; other actions lose them."""
        keys = tuple(dict.fromkeys(key for key in map(normal, keys) if key))
        for other in self:
            if other != action_id and set(self[other]) & set(keys):
                self._put(other, tuple(key for key in self[other] if key not in keys))
        self._put(action_id, keys)

    def reset(self, action_id: str) -> None:
        """Give an action the keys of its preset again; other actions lose them."""
        self.assign(action_id, self.given[action_id])

    def reset_all(self) -> None:
        """Forget everything the painter changed."""
        self.own.clear()

    def _put(self, action_id: str, keys: Keys) -> None:
        if keys == self.given[action_id]:
            self.own.pop(action_id, None)
        else:
            self.own[action_id] = keys

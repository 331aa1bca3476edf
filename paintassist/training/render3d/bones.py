"""Canonical human bones, and how the rigs we know name them."""

from __future__ import annotations

import re

# Parents first. Retargeting speaks only of these.
BONES = (
    "hips",
    "spine",
    "spine1",
    "chest",
    "neck",
    "head",
    "shoulder_l",
    "upperarm_l",
    "lowerarm_l",
    "hand_l",
    "shoulder_r",
    "upperarm_r",
    "lowerarm_r",
    "hand_r",
    "upperleg_l",
    "lowerleg_l",
    "foot_l",
    "toes_l",
    "upperleg_r",
    "lowerleg_r",
    "foot_r",
    "toes_r",
)
INDEX = {name: index for index, name in enumerate(BONES)}

_PARENT_NAMES = {
    "spine": "hips",
    "spine1": "spine",
    "chest": "spine1",
    "neck": "chest",
    "head": "neck",
    "shoulder": "chest",
    "upperarm": "shoulder",
    "lowerarm": "upperarm",
    "hand": "lowerarm",
    "upperleg": "hips",
    "lowerleg": "upperleg",
    "foot": "lowerleg",
    "toes": "foot",
}

# The bone a limb bone points to; the others keep their own direction when retargeted.
_AIMS = {"upperarm": "lowerarm", "lowerarm": "hand", "upperleg": "lowerleg", "lowerleg": "foot"}

_COMMON = {
    "hips": "hips",
    "pelvis": "hips",
    "spine": "spine",
    "spine01": "spine",
    "spine02": "spine1",
    "spine03": "chest",
    "spine1": "spine1",
    "spine2": "chest",
    "spine3": "chest",
    "tummy": "spine",
    "abdomen": "spine",
    "torso": "spine1",
    "chest": "chest",
    "neck": "neck",
    "neck01": "neck",
    "head": "head",
    "shoulder": "shoulder",
    "clavicle": "shoulder",
    "arm": "upperarm",
    "upperarm": "upperarm",
    "forearm": "lowerarm",
    "lowerarm": "lowerarm",
    "hand": "hand",
    "wrist": "wrist",
    "fist": "hand",
    "palm": "hand",
    "upleg": "upperleg",
    "upperleg": "upperleg",
    "thigh": "upperleg",
    "leg": "lowerleg",
    "lowerleg": "lowerleg",
    "calf": "lowerleg",
    "shin": "lowerleg",
    "foot": "foot",
    "toebase": "toes",
    "toes": "toes",
    "ball": "toes",
}
# Rigs whose pelvis is called Body and whose first spine bone is called Hips.
_BODY_RIG = {"body": "hips", "hips": "spine", "abdomen": "spine1", "torso": "chest"}
# CMU names joints after what they are: the shoulder joint moves the upper arm.
_JOINT_RIG = {
    "lowerback": "spine",
    "chest": "spine1",
    "chest2": "chest",
    "lowerneck": "neck",
    "collar": "shoulder",
    "shoulder": "upperarm",
    "elbow": "lowerarm",
    "wrist": "hand",
    "hip": "upperleg",
    "knee": "lowerleg",
    "ankle": "foot",
    "toe": "toes",
    "hips": "hips",
    "head": "head",
}


def _base_and_side(name: str) -> tuple[str, str]:
    """'Avatar_LeftUpLeg' -> ('upleg', '_l'); 'Foot.R' -> ('foot', '_r'); 'Head' -> ('head', '')."""
    text = name.rsplit("|", maxsplit=1)[-1].removeprefix("Avatar_").removeprefix("mixamorig:")
    text = text.removesuffix("_Armature")
    for pattern, side in ((r"^Left(?=[A-Z])|[._]l$", "_l"), (r"^Right(?=[A-Z])|[._]r$", "_r")):
        bare, found = re.subn(pattern, "", text, flags=re.IGNORECASE if "$" in text else 0)
        if not found:
            bare, found = re.subn(
                pattern.replace("[._]l$", "[._]L$").replace("[._]r$", "[._]R$"), "", text
            )
        if found:
            return re.sub(r"[^a-z0-9]", "", bare.lower()), side
    return re.sub(r"[^a-z0-9]", "", text.lower()), ""


def map_bones(names: list[str]) -> list[int]:
    """Canonical index of every joint, -1 where it is none; the first of equal claims wins."""
    split = [_base_and_side(name) for name in names]
    bases = {base for base, _ in split}
    table = dict(_COMMON)
    if "elbow" in bases:
        table = dict(_JOINT_RIG)
    elif "body" in bases and "hips" in bases and "pelvis" not in bases:
        table |= _BODY_RIG
    if "spine3" in bases:
        table["spine2"] = "none"
    if "wrist" in bases and "hand" not in bases:
        table["wrist"] = "hand"
    claimed: set[int] = set()
    result = []
    for base, side in split:
        index = INDEX.get(table.get(base, "") + side, -1)
        result.append(-1 if index in claimed else index)
        claimed.add(index)
    return result


def _of(table: dict[str, str]) -> tuple[int, ...]:
    result = []
    for name in BONES:
        base, _, side = name.partition("_")
        target = table.get(base)
        if target is None:
            result.append(-1)
        else:
            result.append(INDEX.get(f"{target}_{side}" if side else target, INDEX.get(target, -1)))
    return tuple(result)


PARENT = _of(_PARENT_NAMES)
AIM = _of(_AIMS)

"""Skeletons as joints with world rest positions: forward kinematics, skinning, retarget."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from paintassist.training.render3d.bones import AIM, BONES, INDEX, PARENT

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Skeleton:
    """Joints sorted parents first.

    Attributes
    ----------
    parents : (J,) int32
        -1 for roots. Legs that hang off the root in the file hang off the hips here.
    rest : (J, 3) float64
        World positions at rest, canonical axes (+Y up, the face looks along +Z).
    bones : (J,) int32
        Canonical bone of each joint, -1 = follows its parent.
    """

    parents: NDArray[np.int32]
    rest: Floats
    bones: NDArray[np.int32]

    def rest_of(self, bone: int) -> Floats | None:
        """Rest position of a canonical bone, None if the rig lacks it."""
        found = np.flatnonzero(self.bones == bone)
        return self.rest[found[0]] if len(found) else None


def build_skeleton(
    names: list[str], parents: NDArray[np.int32], rest: Floats, bones: list[int]
) -> tuple[Skeleton, NDArray[np.int32]]:
    """Sort joints, hang loose limbs where they belong.

    Returns
    -------
    skeleton : Skeleton
    order : (J,) int32
        Old index of each new joint.
    """
    new_parents = parents.copy()
    joint_of = {bone: joint for joint, bone in enumerate(bones) if bone >= 0}
    for joint, bone in enumerate(bones):
        wanted = PARENT[bone] if bone >= 0 else -1
        while wanted >= 0 and wanted not in joint_of:
            wanted = PARENT[wanted]
        if wanted >= 0 and BONES[bone].startswith(("upperleg", "lowerleg", "foot", "toes")):
            new_parents[joint] = joint_of[wanted]
    order: list[int] = []
    placed = np.zeros(len(names), bool)

    def place(joint: int) -> None:
        if placed[joint]:
            return
        placed[joint] = True
        if new_parents[joint] >= 0:
            place(int(new_parents[joint]))
        order.append(joint)

    for joint in range(len(names)):
        place(joint)
    rank = np.empty(len(order), np.int32)
    rank[order] = np.arange(len(order))
    sorted_parents = np.array(
        [rank[new_parents[j]] if new_parents[j] >= 0 else -1 for j in order], np.int32
    )
    skeleton = Skeleton(sorted_parents, rest[order], np.array(bones, np.int32)[order])
    return skeleton, np.array(order, np.int32)


def finger_sides(skeleton: Skeleton) -> NDArray[np.int32]:
    """Which joints are fingers: 1 = left, -1 = right, 0 = none (thumbs do not count), (J,)."""
    sides = np.zeros(len(skeleton.parents), np.int32)
    hands = {INDEX["hand_l"]: 1, INDEX["hand_r"]: -1}
    for joint, parent in enumerate(skeleton.parents):
        if parent < 0 or skeleton.bones[joint] >= 0:
            continue
        reach = skeleton.rest[joint] - skeleton.rest[parent]
        if int(skeleton.bones[parent]) in hands:
            along = abs(float(reach[0])) > 2.0 * abs(float(reach[2]))
            sides[joint] = hands[int(skeleton.bones[parent])] if along else 0
        else:
            sides[joint] = sides[parent]
    return sides


def finger_curls(sides: NDArray[np.int32], degrees: float) -> Floats:
    """Rotation of each finger joint against its parent, palms down in the T-pose, (J, 3, 3)."""
    angle = np.radians(-degrees * sides)
    result = np.tile(np.eye(3), (len(sides), 1, 1))
    result[:, 0, 0] = result[:, 1, 1] = np.cos(angle)
    result[:, 1, 0], result[:, 0, 1] = np.sin(angle), -np.sin(angle)
    return result


def forward(
    skeleton: Skeleton, deltas: Floats, offset: Floats, curls: Floats | None = None
) -> tuple[Floats, Floats]:
    """Pose a skeleton.

    Parameters
    ----------
    deltas : (B, 3, 3)
        World rotation of each canonical bone since rest.
    offset : (3,)
        Movement of the hips since rest.
    curls : (J, 3, 3), optional
        Turn of each joint that is no canonical bone against its parent.

    Returns
    -------
    rotations : (J, 3, 3)
        World rotation of each joint since rest.
    positions : (J, 3)
    """
    count = len(skeleton.parents)
    rotations, positions = np.empty((count, 3, 3)), np.empty((count, 3))
    for joint in range(count):
        parent, bone = skeleton.parents[joint], skeleton.bones[joint]
        if bone >= 0:
            rotations[joint] = deltas[bone]
        else:
            rotations[joint] = rotations[parent] if parent >= 0 else deltas[0]
            if curls is not None:
                rotations[joint] = rotations[joint] @ curls[joint]
        if bone == 0 or parent < 0:
            positions[joint] = skeleton.rest[joint] + offset
        else:
            arm = skeleton.rest[joint] - skeleton.rest[parent]
            positions[joint] = positions[parent] + rotations[parent] @ arm
    return rotations, positions


def skin(
    vertices: Floats,
    normals: Floats,
    joints: NDArray[np.uint8],
    weights: Floats,
    skeleton: Skeleton,
    rotations: Floats,
    positions: Floats,
) -> tuple[Floats, Floats]:
    """Linear-blend skinning.

    Parameters
    ----------
    vertices, normals : (V, 3)
        At rest.
    joints : (V, 4)
    weights : (V, 4)
        Rows sum to 1.

    Returns
    -------
    (V, 3), (V, 3)
        Posed vertices and unit normals.
    """
    moves = positions - np.einsum("jab,jb->ja", rotations, skeleton.rest)
    packed = np.concatenate([rotations.reshape(-1, 9), moves], 1)
    blended = weights[:, 0, None] * packed[joints[:, 0]]
    for slot in range(1, joints.shape[1]):
        used = np.flatnonzero(weights[:, slot])
        blended[used] += weights[used, slot, None] * packed[joints[used, slot]]
    turn = blended[:, :9].reshape(-1, 3, 3)
    posed = np.einsum("vab,vb->va", turn, vertices) + blended[:, 9:]
    turned = np.einsum("vab,vb->va", turn, normals)
    return posed, turned / np.maximum(np.linalg.norm(turned, axis=1, keepdims=True), 1e-9)


def limb_directions(skeleton: Skeleton) -> Floats:
    """Unit rest direction of each limb bone, zero where unknown, (B, 3)."""
    result = np.zeros((len(BONES), 3))
    for bone, aim in enumerate(AIM):
        start = skeleton.rest_of(bone)
        end = skeleton.rest_of(aim) if aim >= 0 else None
        if start is not None and end is not None:
            length = np.linalg.norm(end - start)
            result[bone] = (end - start) / max(float(length), 1e-9)
    return result


def shortest_rotation(start: Floats, end: Floats) -> Floats:
    """Smallest rotation that takes one unit vector to another, (3, 3)."""
    axis, cosine = np.cross(start, end), float(start @ end)
    if cosine < -0.999:
        helper = np.eye(3)[int(np.abs(start).argmin())]
        axis = np.cross(start, helper)
        axis /= np.linalg.norm(axis)
        return np.asarray(2 * np.outer(axis, axis) - np.eye(3))
    cross = np.array([[0, -axis[2], axis[1]], [axis[2], 0, -axis[0]], [-axis[1], axis[0], 0]])
    return np.asarray(np.eye(3) + cross + cross @ cross / (1 + cosine))


def alignment(source_directions: Floats, target: Skeleton) -> Floats:
    """Rotations that turn the target's rest limbs to the source's, (B, 3, 3).

    With them a source that rests with its arms down drives a target that rests in a T.
    A hand takes the turn of its forearm; feet and the trunk keep their own rest pose.
    """
    own = limb_directions(target)
    result = np.tile(np.eye(3), (len(BONES), 1, 1))
    for bone in range(len(BONES)):
        if source_directions[bone].any() and own[bone].any():
            result[bone] = shortest_rotation(own[bone], source_directions[bone])
    for side in "lr":
        result[INDEX[f"hand_{side}"]] = result[INDEX[f"lowerarm_{side}"]]
    return result


def canonical_axes(skeleton: Skeleton) -> Floats:
    """Rotation, in right angles, that brings a rig to +Y up, left hand on +X, (3, 3)."""
    left = skeleton.rest_of(INDEX["upperleg_l"])
    right = skeleton.rest_of(INDEX["upperleg_r"])
    hips, head = skeleton.rest_of(INDEX["hips"]), skeleton.rest_of(INDEX["head"])
    if left is None or right is None or hips is None or head is None:
        raise ValueError("the rig has no hips, head or legs under a known name")
    rows = []
    for direction in (left - right, head - hips):
        axis = np.zeros(3)
        strongest = int(np.abs(direction).argmax())
        axis[strongest] = np.sign(direction[strongest])
        rows.append(axis)
    return np.stack([rows[0], rows[1], np.cross(rows[0], rows[1])])

"""Curves, limbs and rotations: the small geometry every part of the rig shares.

Spaces: *world* is y-down, x-right, z towards the viewer; one unit is one head height.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike, NDArray

FloatArray = NDArray[np.float64]


def spline(points: ArrayLike, closed: bool = False, steps: int = 6) -> FloatArray:
    """Catmull-Rom curve through `points`.

    Parameters
    ----------
    points : (N, D) float
    closed : whether the last point joins the first.
    steps : samples per span.

    Returns
    -------
    (M, D) float64
    """
    pts = np.asarray(points, np.float64)
    if len(pts) < 3:
        return pts
    if closed:
        ext = np.concatenate([pts[-1:], pts, pts[:2]])
    else:
        ext = np.concatenate([2 * pts[:1] - pts[1:2], pts, 2 * pts[-1:] - pts[-2:-1]])
    p0, p1, p2, p3 = ext[:-3, None], ext[1:-2, None], ext[2:-1, None], ext[3:, None]
    t = (np.arange(steps) / steps)[None, :, None]
    curve = 0.5 * (
        2 * p1
        + (p2 - p0) * t
        + (2 * p0 - 5 * p1 + 4 * p2 - p3) * t**2
        + (3 * p1 - p0 - 3 * p2 + p3) * t**3
    )
    out = curve.reshape(-1, pts.shape[1])
    return out if closed else np.concatenate([out, pts[-1:]])


def ellipse(center: ArrayLike, rx: float, ry: float, angle: float = 0.0, n: int = 20) -> FloatArray:
    """Closed (n, 2) ellipse around `center`, turned by `angle` radians."""
    t = np.linspace(0, 2 * np.pi, n, endpoint=False)
    pts = np.stack([rx * np.cos(t), ry * np.sin(t)], 1)
    return turn(pts, angle) + np.asarray(center, np.float64)[:2]


def turn(points: ArrayLike, angle: float) -> FloatArray:
    """Rotate (N, 2) `points` about the origin by `angle` radians."""
    c, s = np.cos(angle), np.sin(angle)
    return np.asarray(points, np.float64) @ np.array([[c, s], [-s, c]])


def capsule(a: ArrayLike, b: ArrayLike, ra: float, rb: float, n: int = 7) -> FloatArray:
    """Outline of a limb from `a` to `b` with round ends of radius `ra` and `rb`; (2 n, 2)."""
    p, q = np.asarray(a, np.float64)[:2], np.asarray(b, np.float64)[:2]
    d = q - p
    ang = np.arctan2(d[1], d[0])
    t = np.linspace(np.pi / 2, 3 * np.pi / 2, n) + ang
    start = p + ra * np.stack([np.cos(t), np.sin(t)], 1)
    end = q + rb * np.stack([np.cos(t + np.pi), np.sin(t + np.pi)], 1)
    return np.concatenate([start, end])


def normals(path: FloatArray) -> FloatArray:
    """Unit left normals along an open (N, 2) path."""
    d = np.gradient(path, axis=0)
    d /= np.maximum(np.hypot(d[:, 0], d[:, 1]), 1e-9)[:, None]
    return np.stack([d[:, 1], -d[:, 0]], 1)


def ribbon(path: ArrayLike, radii: ArrayLike, steps: int = 5) -> FloatArray:
    """Closed outline of a band that follows `path`.

    Parameters
    ----------
    path : (N, 2) control points.
    radii : (N,) half widths at those points; 0 makes a pointed end.
    """
    pts = np.asarray(path, np.float64)[:, :2]
    curve = spline(np.concatenate([pts, np.asarray(radii, np.float64)[:, None]], 1), steps=steps)
    mid, rad = curve[:, :2], np.maximum(curve[:, 2:], 0)
    off = normals(mid) * rad
    return np.concatenate([mid + off, (mid - off)[::-1]])


def side_band(
    path: ArrayLike, radii: ArrayLike, lo: float, hi: float, zigzag: float = 0.0, teeth: int = 7
) -> FloatArray:
    """Part of a ribbon between `lo` and `hi` times its half width; the `lo` edge may be jagged."""
    pts = np.asarray(path, np.float64)[:, :2]
    curve = spline(np.concatenate([pts, np.asarray(radii, np.float64)[:, None]], 1), steps=5)
    at = np.linspace(0, len(curve) - 1, teeth)
    index = np.arange(len(curve))
    curve = np.stack([np.interp(at, index, curve[:, k]) for k in range(3)], 1)
    mid, rad = curve[:, :2], curve[:, 2:]
    nrm = normals(mid)
    jag = zigzag * np.where(np.arange(teeth) % 2 == 0, 1.0, -1.0)[:, None]
    return np.concatenate([mid + nrm * rad * (lo + jag), (mid + nrm * rad * hi)[::-1]])


def yaw_pitch(points: ArrayLike, yaw: float, pitch: float = 0.0) -> FloatArray:
    """Rotate (..., 3) points about the vertical axis, then tilt them towards the viewer.

    A positive yaw turns the front (z > 0) to the right of the picture; a positive pitch
    brings the front down (a nod, or a camera from above).
    """
    p = np.asarray(points, np.float64)
    c, s = np.cos(yaw), np.sin(yaw)
    x, y, z = p[..., 0] * c + p[..., 2] * s, p[..., 1], p[..., 2] * c - p[..., 0] * s
    cp, sp = np.cos(pitch), np.sin(pitch)
    return np.stack([x, y * cp + z * sp, z * cp - y * sp], -1)


def two_bone(
    root: FloatArray, target: FloatArray, l1: float, l2: float, pole: ArrayLike
) -> tuple[FloatArray, FloatArray]:
    """Middle and end joint of a two-bone chain that reaches for `target`.

    Parameters
    ----------
    root, target : (3,) world positions.
    l1, l2 : bone lengths.
    pole : (3,) direction the middle joint bends to.
    """
    d = target - root
    dist = float(np.clip(np.linalg.norm(d), abs(l1 - l2) + 0.05, (l1 + l2) * 0.999))
    u = d / max(float(np.linalg.norm(d)), 1e-9)
    along = (l1 * l1 - l2 * l2 + dist * dist) / (2 * dist)
    height = np.sqrt(max(l1 * l1 - along * along, 0.0))
    side = np.asarray(pole, np.float64) - u * float(np.dot(pole, u))
    side /= max(float(np.linalg.norm(side)), 1e-9)
    return root + u * along + side * height, root + u * dist


def along(path: ArrayLike, t: float) -> FloatArray:
    """Point at fraction `t` of an evenly indexed path."""
    pts = np.asarray(path, np.float64)
    index = np.arange(len(pts))
    at = t * (len(pts) - 1)
    return np.array([np.interp(at, index, pts[:, k]) for k in range(pts.shape[1])])


def between(
    a: Sequence[float] | FloatArray, b: Sequence[float] | FloatArray, t: float
) -> FloatArray:
    """Linear mix of two points."""
    return (1 - t) * np.asarray(a, np.float64) + t * np.asarray(b, np.float64)

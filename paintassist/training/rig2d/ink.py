"""The drawing table: parts go down back to front, lines and flat paint come out.

Two maps are kept side by side: which paint each pixel has and which ink covers it. A new
part wipes the ink beneath it, so hidden lines vanish like in a cut-out animation. At the
end every pair of neighbours with different paint and no ink between them gets an ink pixel:
regions of line-free pixels are therefore of one colour by construction.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np

from paintassist.training.cel import BLACK, NO_INK, Cel
from paintassist.training.rig2d.geometry import FloatArray
from paintassist.training.rig2d.paints import (
    SHADOW,
    TONES,
    InkStyle,
    Mask,
    Paints,
    close_leaks,
    fill_slivers,
    pool_ink,
    to_cel,
)
from paintassist.training.rig2d.palette import INDEX, MATERIALS

_PAD = 12
_SHIFT = 3
_CROSS = cv2.getStructuringElement(cv2.MORPH_CROSS, (3, 3))
_SQUARE = np.ones((3, 3), np.uint8)
_FINE = {"white", "iris", "pupil", "glint", "lash", "mouth", "teeth", "tongue", "prop", "prop2"}
_FINE |= {"prop3", "lens", "logo", "spark"}
_DRY = np.array([name in _FINE for name in MATERIALS], np.uint8)


@dataclass(frozen=True)
class Patch:
    """Where a part landed: rows, columns on the padded canvas and its (h, w) 0/1 mask."""

    rows: slice
    cols: slice
    mask: Mask


@dataclass(frozen=True)
class Tone:
    """A shade on a part: one of a polygon, or the crescent left by shifting the part.

    Attributes
    ----------
    tone : SHADOW, LIGHT or EXTRA.
    polys : closed world outlines, clipped to the part.
    shift : world offset; the shade is the part without itself moved by `shift`.
    """

    tone: int
    polys: tuple[FloatArray, ...] = ()
    shift: tuple[float, float] | None = None


class Stage:
    """A canvas seen by a camera, on which parts are laid back to front."""

    def __init__(
        self, size: int, camera: FloatArray, paints: Paints, style: InkStyle, phase: float = 0.0
    ) -> None:
        """`camera`: (2, 3) affine from world to unit canvas (0..1)."""
        self.size = size
        self.style = style
        self.phase = phase
        self._paints = paints
        self._affine = camera * size
        self._affine[:, 2] += _PAD
        self.scale = float(np.sqrt(abs(np.linalg.det(self._affine[:, :2]))))
        self._zoom = size / 512
        full = size + 2 * _PAD
        self.ids = np.zeros((full, full), np.uint8)
        self.inks = np.zeros((full, full), np.uint8)

    def _px(self, width: float) -> int:
        return max(1, round(width * self._zoom))

    def to_pixels(self, points: FloatArray) -> FloatArray:
        """World (N, 2) to padded pixels, with the hand's tremor."""
        p = points[:, :2] @ self._affine[:, :2].T + self._affine[:, 2]
        amp = self.style.wobble * self._zoom
        if amp:
            q = p / self._zoom
            x, y = q[:, 0], q[:, 1]
            f = self.phase
            p[:, 0] += amp * (np.sin(0.061 * y + 0.023 * x + f) + np.sin(0.17 * y - f * 1.7) * 0.5)
            p[:, 1] += amp * (np.sin(0.057 * x - 0.031 * y + 2 * f) + np.sin(0.19 * x + f) * 0.5)
        return p

    def _roi(self, points: FloatArray, margin: int) -> tuple[slice, slice] | None:
        lo = np.floor(points.min(0)).astype(int) - margin
        hi = np.ceil(points.max(0)).astype(int) + margin + 1
        lo, hi = np.maximum(lo, 0), np.minimum(hi, self.ids.shape[0])
        if (hi <= lo).any():
            return None
        return slice(int(lo[1]), int(hi[1])), slice(int(lo[0]), int(hi[0]))

    def _rasterise(self, polys: Sequence[FloatArray], rows: slice, cols: slice) -> Mask:
        """Union of polygons (padded pixels) as a (h, w) 0/1 mask of the window."""
        mask = np.zeros((rows.stop - rows.start, cols.stop - cols.start), np.uint8)
        corner = np.array([cols.start, rows.start])
        for poly in polys:
            pts = np.round((poly - corner) * (1 << _SHIFT)).astype(np.int32)
            cv2.fillPoly(mask, [pts], 1, lineType=cv2.LINE_8, shift=_SHIFT)
        return mask

    def part(
        self,
        polys: FloatArray | Sequence[FloatArray],
        material: int,
        *,
        tones: Sequence[Tone] = (),
        outline: float = 1.0,
        gaps: Sequence[tuple[FloatArray, float]] = (),
        clip: Patch | None = None,
        only: int | None = None,
    ) -> Patch | None:
        """Lay a part over what is there.

        Parameters
        ----------
        polys : closed outlines in world units; the part is their union.
        outline : line width in units of the style's main line, 0 = no line.
        gaps : (centre, radius) circles in world units in which no outline is drawn,
            so that a forearm flows out of its upper arm.
        clip : only where this earlier patch is. only : only over this material.

        Returns
        -------
        Where it landed, or None when outside the canvas.
        """
        listed = [polys] if isinstance(polys, np.ndarray) else list(polys)
        pixels = [self.to_pixels(p) for p in listed]
        width = self._px(self.style.width * outline) if outline > 0 else 0
        window = self._roi(np.concatenate(pixels), width + 2)
        if window is None:
            return None
        rows, cols = window
        mask = self._rasterise(pixels, rows, cols)
        self._restrict(mask, rows, cols, clip, only)
        if not mask.any():
            return None
        where = mask.view(bool)
        ids, inks = self.ids[rows, cols], self.inks[rows, cols]
        joined = self._same_paint(ids, material) if gaps else None
        ids[where] = material * TONES
        inks[where] = NO_INK
        patch = Patch(rows, cols, mask)
        for tone in tones:
            self.shade(patch, material, tone)
        if width:
            self._outline(patch, width, gaps, clip, joined)
        return patch

    def _restrict(
        self, mask: Mask, rows: slice, cols: slice, clip: Patch | None, only: int | None
    ) -> None:
        if clip is not None:
            mask *= _window_of(clip, rows, cols)
        if only is not None:
            mask *= (self.ids[rows, cols] // TONES == only).view(np.uint8)

    def _same_paint(self, ids: Mask, material: int) -> Mask:
        """0/1 mask of the pixels painted with any tone of a material or a twin of it."""
        rgb = self._paints.rgb[::TONES]
        twins = (rgb == rgb[material]).all(1)
        twins[0] = False
        return twins[ids // TONES].view(np.uint8)

    def _outline(
        self,
        patch: Patch,
        width: int,
        gaps: Sequence[tuple[FloatArray, float]],
        clip: Patch | None,
        joined: Mask | None,
    ) -> None:
        rows, cols = patch.rows, patch.cols
        contours, _ = cv2.findContours(patch.mask, cv2.RETR_LIST, cv2.CHAIN_APPROX_NONE)
        inks = self.inks[rows, cols]
        if joined is None and clip is None:
            cv2.polylines(inks, contours, True, BLACK, width)
            return
        ink = np.zeros_like(patch.mask)
        cv2.polylines(ink, contours, True, 1, width)
        if joined is not None:
            k = np.ones((2 * width + 1,) * 2, np.uint8)
            inside = _u8(cv2.erode(joined, k, borderValue=1))
            ink &= ~(self._discs(gaps, rows, cols) & inside)
        if clip is not None:
            ink *= _u8(cv2.dilate(_window_of(clip, rows, cols), _SQUARE))
        inks[ink.view(bool)] = BLACK

    def _discs(self, gaps: Sequence[tuple[FloatArray, float]], rows: slice, cols: slice) -> Mask:
        out = np.zeros((rows.stop - rows.start, cols.stop - cols.start), np.uint8)
        for centre, radius in gaps:
            c = self.to_pixels(np.asarray(centre, np.float64)[None, :2])[0]
            at = (round(c[0] - cols.start), round(c[1] - rows.start))
            cv2.circle(out, at, max(1, round(radius * self.scale)), 1, -1)
        return out

    def shade(self, patch: Patch, material: int, tone: Tone) -> None:
        """Give a piece of a part another tone and bound it with a trace line."""
        rows, cols = patch.rows, patch.cols
        if tone.shift is not None:
            piece = patch.mask & ~_moved(patch.mask, tone.shift, self._affine)
        else:
            piece = self._rasterise([self.to_pixels(p) for p in tone.polys], rows, cols)
            piece &= patch.mask
        self._apply_shade(piece, rows, cols, material, tone.tone)

    def cast(
        self, patch: Patch | None, material: int, shift: tuple[float, float], tone: int = SHADOW
    ) -> None:
        """Drop the shadow of `patch`, moved by `shift` (world), on a material beneath it."""
        if patch is None:
            return
        dx, dy = (self._affine[:, :2] @ np.array(shift)).round().astype(int)
        rows = slice(max(patch.rows.start + dy, 0), min(patch.rows.stop + dy, self.ids.shape[0]))
        cols = slice(max(patch.cols.start + dx, 0), min(patch.cols.stop + dx, self.ids.shape[1]))
        if rows.stop <= rows.start or cols.stop <= cols.start:
            return
        moved = Patch(
            slice(patch.rows.start + dy, patch.rows.stop + dy),
            slice(patch.cols.start + dx, patch.cols.stop + dx),
            patch.mask,
        )
        piece = _window_of(moved, rows, cols)
        self._apply_shade(piece, rows, cols, material, tone)

    def overlay(self, poly: FloatArray, material: int, tone: int) -> None:
        """Shade whatever shows of a material inside a closed world outline."""
        pixels = self.to_pixels(poly)
        window = self._roi(pixels, 2)
        if window is not None:
            self._apply_shade(self._rasterise([pixels], *window), *window, material, tone)

    def _apply_shade(self, piece: Mask, rows: slice, cols: slice, material: int, tone: int) -> None:
        ids, inks = self.ids[rows, cols], self.inks[rows, cols]
        own = (ids // TONES == material).view(np.uint8)
        piece = _u8(cv2.morphologyEx(piece & own, cv2.MORPH_OPEN, _SQUARE))
        if not piece.any():
            return
        rest = own & ~piece
        line = piece & _u8(cv2.dilate(rest, _CROSS))
        for _ in range(self._px(self.style.trace) - 1):
            line |= piece & _u8(cv2.dilate(line, _SQUARE))
        where = piece.view(bool)
        ids[where] = material * TONES + tone
        inks[where & (inks != BLACK)] = NO_INK
        inks[line.view(bool) & (inks == NO_INK)] = self._paints.trace[material * TONES + tone]

    def line(
        self,
        points: FloatArray,
        width: float = 1.0,
        clip: Patch | None = None,
        only: int | None = None,
    ) -> None:
        """Draw an open black line (fold, strand, nose), optionally only on a patch."""
        p = self.to_pixels(np.asarray(points, np.float64))
        px = self._px(self.style.width * width)
        window = self._roi(p, px + 1)
        if window is None:
            return
        rows, cols = window
        ink = np.zeros((rows.stop - rows.start, cols.stop - cols.start), np.uint8)
        pts = np.round((p - [cols.start, rows.start]) * (1 << _SHIFT)).astype(np.int32)
        cv2.polylines(ink, [pts], False, 1, px, cv2.LINE_8, _SHIFT)
        self._restrict(ink, rows, cols, clip, only)
        self.inks[rows, cols][ink.view(bool)] = BLACK

    def finish(self) -> Cel:
        """Close every leak and turn both maps into a cel."""
        ids, inks = self.ids, self.inks
        style = self.style
        if style.pools > 0:
            dry = cv2.dilate(_DRY[ids // TONES], _SQUARE)
            pool_ink(ids, inks, INDEX["dark"] * TONES, _u8(dry), self._px(style.pools))
        if style.rim > 0:
            figure = (ids > 0).view(np.uint8)
            k = self._px(style.rim) * 2 + 1
            grown = cv2.dilate(figure, cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (k, k)))
            inks[(grown > 0) & (figure == 0)] = BLACK
        if style.pressure > 0:
            self._press()
        crop = slice(_PAD, _PAD + self.size)
        ids, inks = ids[crop, crop].copy(), inks[crop, crop].copy()
        close_leaks(ids, inks, self._paints)
        if style.sliver > 0:
            fill_slivers(ids, inks, self._paints, round(style.sliver * self._zoom**2))
        return to_cel(ids, inks, self._paints)

    def _press(self) -> None:
        """Thicken black lines where the hand pressed harder."""
        n = self.inks.shape[0]
        t = np.arange(n) / self._zoom
        f = self.phase
        field = np.sin(0.043 * t + f)[:, None] + np.sin(0.051 * t - f)[None, :]
        field += np.sin(0.027 * (t[:, None] + t[None, :]) + 2 * f)
        black = (self.inks == BLACK).view(np.uint8)
        thick = cv2.dilate(black, np.ones((2, 2), np.uint8))
        self.inks[(thick > 0) & (field > 2.2 - 3.2 * self.style.pressure)] = BLACK


def _u8(image: object) -> Mask:
    """What OpenCV gave back, which is typed too loosely, as a mask."""
    return np.asarray(image, np.uint8)


def _window_of(patch: Patch, rows: slice, cols: slice) -> Mask:
    """The patch's mask seen through another window of the canvas."""
    out = np.zeros((rows.stop - rows.start, cols.stop - cols.start), np.uint8)
    r0, r1 = max(rows.start, patch.rows.start), min(rows.stop, patch.rows.stop)
    c0, c1 = max(cols.start, patch.cols.start), min(cols.stop, patch.cols.stop)
    if r1 > r0 and c1 > c0:
        out[r0 - rows.start : r1 - rows.start, c0 - cols.start : c1 - cols.start] = patch.mask[
            r0 - patch.rows.start : r1 - patch.rows.start,
            c0 - patch.cols.start : c1 - patch.cols.start,
        ]
    return out


def _moved(mask: Mask, shift: tuple[float, float], affine: FloatArray) -> Mask:
    dx, dy = affine[:, :2] @ np.array(shift)
    m = np.array([[1, 0, round(dx)], [0, 1, round(dy)]], np.float64)
    warped = cv2.warpAffine(
        mask, m, mask.shape[::-1], flags=cv2.INTER_NEAREST, borderMode=cv2.BORDER_REPLICATE
    )
    return _u8(warped)

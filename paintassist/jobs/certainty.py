"""How far confidences can be trusted: the reliability curve and what follows from it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from paintassist.core.calibration import (
    Acceptable,
    Reliability,
    reliability,
    share_at_precision,
)

# What is accepted unseen has to be right so often.
PRECISION = 0.99
PLOT_SIDE, PLOT_RIM = 520, 60
PALE, GREY, BLUE, DARK = (225, 232, 245), (170, 170, 170), (25, 113, 194), (40, 40, 40)


@dataclass(frozen=True, eq=False)
class Certainty:
    """What the confidences of some proposals are worth.

    Attributes
    ----------
    curve : Reliability
    acceptable : Acceptable
        At the precision `PRECISION`.
    """

    curve: Reliability
    acceptable: Acceptable

    def as_dict(self) -> dict[str, object]:
        """Return the numbers under their JSON names; bins without segments are left out."""
        curve = self.curve
        bins = [
            {
                "from": float(curve.edges[index]),
                "to": float(curve.edges[index + 1]),
                "segments": int(curve.count[index]),
                "confidence": float(curve.confidence[index]),
                "right": float(curve.right[index]),
            }
            for index in np.flatnonzero(curve.count)
        ]
        return {
            "expected_calibration_error": curve.error,
            "precision": PRECISION,
            "accepted_unseen": self.acceptable.share,
            "threshold": self.acceptable.threshold,
            "curve": bins,
        }


def judge(confidence: NDArray[np.floating[Any]], right: NDArray[np.bool_]) -> Certainty:
    """Compare the (K,) confidences of proposals with whether they were right."""
    return Certainty(
        reliability(confidence, right), share_at_precision(confidence, right, PRECISION)
    )


def certainty_lines(certainty: Certainty) -> list[str]:
    """Return the curve and its figures as lines of text, shares in percent."""
    curve, acceptable = certainty.curve, certainty.acceptable
    lines = [f"{'confidence':>12}  {'segments':>10}  {'mean':>10}  {'right':>10}"]
    for index in np.flatnonzero(curve.count):
        span = f"{100 * curve.edges[index]:g} - {100 * curve.edges[index + 1]:g}"
        shares = (curve.confidence[index], curve.right[index])
        numbers = "  ".join(f"{100 * share:>10.2f}" for share in shares)
        lines.append(f"{span:>12}  {curve.count[index]:>10}  {numbers}")
    lines.append(f"expected calibration error: {100 * curve.error:.2f}")
    wanted = f"at {100 * PRECISION:g} % precision"
    if acceptable.threshold is None:
        return [*lines, f"nothing can be accepted unseen {wanted}"]
    share, threshold = 100 * acceptable.share, 100 * acceptable.threshold
    return [
        *lines,
        f"can be accepted unseen {wanted}: {share:.2f} (from confidence {threshold:.2f} on)",
    ]


def plot_curve(curve: Reliability, title: str) -> NDArray[np.uint8]:
    """Draw the reliability curve: mean confidence across, share right up.

    Bars in the background show how the segments spread over the bins; on the diagonal
    confidences are true.

    Parameters
    ----------
    curve : Reliability
    title : str
        ASCII.

    Returns
    -------
    (H, W, 4) uint8
    """
    side, rim = PLOT_SIDE, PLOT_RIM
    picture = np.full((side + 2 * rim, side + 2 * rim, 3), 255, np.uint8)

    def at(across: float, up: float) -> tuple[int, int]:
        return rim + round(across * side), rim + round((1 - up) * side)

    most = max(int(curve.count.max(initial=0)), 1)
    for index in np.flatnonzero(curve.count):
        corner = at(float(curve.edges[index]), float(curve.count[index]) / most)
        cv2.rectangle(picture, corner, at(float(curve.edges[index + 1]), 0), PALE, cv2.FILLED)
    for percent in range(0, 101, 20):
        share = percent / 100
        cv2.line(picture, at(share, 0), at(share, 1), GREY, 1)
        cv2.line(picture, at(0, share), at(1, share), GREY, 1)
        across, up = at(share, 0), at(0, share)
        _write(picture, f"{percent}", (across[0] - 12, across[1] + 20))
        _write(picture, f"{percent}", (up[0] - 38, up[1] + 5))
    cv2.line(picture, at(0, 0), at(1, 1), DARK, 1, cv2.LINE_AA)
    known = np.flatnonzero(curve.count)
    points = [at(float(curve.confidence[i]), float(curve.right[i])) for i in known]
    for one, other in pairwise(points):
        cv2.line(picture, one, other, BLUE, 2, cv2.LINE_AA)
    for point in points:
        cv2.circle(picture, point, 5, BLUE, cv2.FILLED, cv2.LINE_AA)
    _write(picture, title, (rim, 18))
    _write(picture, f"calibration error {100 * curve.error:.2f} %", (rim, 38))
    _write(picture, "confidence, %", (rim + side // 2 - 60, rim + side + 45))
    _write(picture, "right, %", (4, rim - 12))
    return np.dstack([picture, np.full(picture.shape[:2], 255, np.uint8)])


def _write(picture: NDArray[np.uint8], text: str, corner: tuple[int, int]) -> None:
    cv2.putText(picture, text, corner, cv2.FONT_HERSHEY_SIMPLEX, 0.45, DARK, 1, cv2.LINE_AA)

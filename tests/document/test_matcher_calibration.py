"""The matcher hands over probabilities, and the ranking stays that of the raw confidence."""

import numpy as np

from paintassist.core.calibration import Calibration
from paintassist.core.matching import NO_COLOR
from paintassist.document.matcher import Matcher
from paintassist.engines.base import Features
from tests.fakes import FakeEngine

CURVE = Calibration((0.0, 0.5, 1.0), (0.3, 0.9, 0.95))


def confidences(engine: FakeEngine) -> tuple[np.ndarray, np.ndarray]:
    """Confidence without a reference, and after two came one by one."""
    matcher, target = Matcher(engine), Features("target", 4)
    matcher.add_target("t", target)
    nothing = matcher.proposals("t").confidence.copy()
    for name, count in (("a", 2), ("b", 4)):
        colors = np.arange(count, dtype=np.int32)
        colors[1] = NO_COLOR
        matcher.set_reference(name, Features(name, count), colors)
        matcher.update("t")
    return nothing, matcher.proposals("t").confidence


def test_raw_confidences_go_through_the_engines_calibration() -> None:
    _, raw = confidences(FakeEngine(temperature=1.0))
    nothing, sure = confidences(FakeEngine(temperature=1.0, calibration=CURVE))

    assert raw.min() < raw.max() < 1
    np.testing.assert_array_equal(sure, CURVE(raw))
    assert nothing.tolist() == [0] * 4

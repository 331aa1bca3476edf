"""Engines inside engines, batches and devices."""

from paintassist.engines.ahead import batch_of, device_of, encode_ahead, learned_part
from paintassist.engines.dacon.providers import Device
from paintassist.engines.fused import FusedEngine
from paintassist.engines.shape import ShapeEngine
from tests.drawing import cel


class Learned(ShapeEngine):
    """Stands for a network on a GPU."""

    def __init__(self, batch: int) -> None:
        self.batch, self.seen = batch, []
        self.runtime = self
        self.device = Device("onnxruntime", "CPU", "no GPU here")

    def encode_many(self, frames):
        self.seen.append(len(frames))
        return [self.encode(frame) for frame in frames]


class Guided(ShapeEngine):
    def __init__(self, learned):
        self.learned = learned


FRAMES = [cel("..#.."), cel(".#...")]


def test_the_network_is_found_inside_other_engines():
    learned = Learned(4)
    fused = FusedEngine((ShapeEngine(), learned), (1.0, 1.0), 0.1, 0.0)

    assert learned_part(Guided(fused)) is learned
    assert batch_of(Guided(learned)) == 4
    assert device_of(fused) == ("onnxruntime CPU", "no GPU here")


def test_frames_go_to_a_network_that_takes_several_at_once():
    for batch, seen in ((4, [2]), (1, [])):
        learned = Learned(batch)
        encode_ahead(Guided(learned), FRAMES)
        assert learned.seen == seen


def test_engines_without_a_network_have_neither():
    engine = ShapeEngine()
    encode_ahead(engine, FRAMES)

    assert batch_of(engine) == 1
    assert device_of(engine) == ("", "")

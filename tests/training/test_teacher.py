"""The consistency loss with a tiny random DINOv2."""

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
from safetensors.torch import save_file
from torch import Tensor

from paintassist.core.errors import InputError
from paintassist.engines.dacon.config import Dinov2Config
from paintassist.engines.dacon.graphs import DINO_PREFIX
from paintassist.training.losses import consistency, reference_mask
from paintassist.training.settings import TrainSettings
from paintassist.training.stream import StepBatches
from paintassist.training.teacher import Teacher, open_teacher
from paintassist.training.teacher_inputs import TeacherLook
from paintassist.training.trainer import Trainer
from tests.drawing import cel
from tests.engines.dacon.tiny import TINY_COMPACT, random_weights, tiny_bundle, tiny_published
from tests.training.figures import DiscsSource

PUBLISHED = tiny_published("v1.1")
SETTINGS = TrainSettings(steps=6, characters=1, frames=2, workers=0, threads=1, warmup=1)


def dino_weights() -> dict[str, Tensor]:
    return {
        key.removeprefix(DINO_PREFIX): value
        for key, value in random_weights(PUBLISHED).items()
        if key.startswith(DINO_PREFIX)
    }


@pytest.fixture
def teacher() -> Teacher:
    assert isinstance(PUBLISHED.semantic, Dinov2Config)
    return Teacher(PUBLISHED.semantic, dino_weights())


def test_the_loss_by_hand() -> None:
    # Cosines of the model: 1 and 0; of the teacher: 0.6 and 0 (its vectors are no unit ones).
    vectors = torch.tensor([[1.0, 0], [1, 0], [0, 1]])
    raw = torch.tensor([[2.0, 0], [3, 4], [0, 7]])
    allowed = torch.zeros(3, 3, dtype=torch.bool)
    allowed[0, 1] = allowed[0, 2] = True

    assert float(consistency(vectors, raw, allowed)) == pytest.approx((0.4 / 0.1 + 0) / 2)


def test_without_a_pair_there_is_nothing_to_keep() -> None:
    vectors = torch.eye(2, requires_grad=True)

    loss = consistency(vectors, torch.eye(2), torch.zeros(2, 2, dtype=torch.bool))
    loss.backward()

    assert float(loss.detach()) == 0
    assert vectors.grad is not None
    assert bool(vectors.grad.isfinite().all())


def test_a_segment_is_the_mean_of_the_cells_it_covers() -> None:
    segments = cel("..#..\n..#..\n..#..")
    inputs = TeacherLook(side=14, grid=1).inputs(segments)

    assert inputs.picture.shape == (1, 3, 14, 14)
    assert inputs.picture[0, :, 0, 0].tolist() == [255, 255, 255]
    assert inputs.picture[0, :, 7, 7].max() < 60
    assert sorted(set(inputs.owners.tolist())) == [0, 1]
    np.testing.assert_allclose(np.bincount(inputs.owners, inputs.weights), 1, rtol=1e-5)


def test_pooled_features_are_those_of_the_engine(teacher: Teacher) -> None:
    batch = StepBatches([DiscsSource()], SETTINGS, TINY_COMPACT, teacher.look)[0]

    pooled = teacher.pooled(batch)

    assert pooled.shape == (len(batch.colors), PUBLISHED.semantic.hidden)
    with torch.no_grad():
        tokens = teacher.encoder(batch.teacher_picture[:1].float() / 255)[0]
    low, high = tokens.min(dim=0).values, tokens.max(dim=0).values
    first = pooled[batch.frame == 0]
    assert bool(((first >= low - 1e-4) & (first <= high + 1e-4)).all())
    # Drawings are pooled from their own map: the second has another one.
    assert not torch.allclose(pooled[batch.frame == 1].mean(0), first.mean(0))


def test_training_keeps_the_teachers_view(tmp_path: Path, teacher: Teacher) -> None:
    settings = replace(SETTINGS, rate=5e-3, precision="fp32")
    trainer = Trainer(tmp_path, settings, TINY_COMPACT, teacher)
    batch = StepBatches([DiscsSource()], settings, TINY_COMPACT, teacher.look)[0]
    before = {name: value.clone() for name, value in teacher.encoder.state_dict().items()}

    rows = [trainer.train_step(batch) for _ in range(30)]
    trainer.save()

    assert float(rows[-1]["consistency"]) < float(rows[0]["consistency"])
    torch.testing.assert_close(dict(teacher.encoder.state_dict()), before, rtol=0, atol=0)
    assert Trainer(tmp_path, settings, TINY_COMPACT, teacher).resume()


def test_without_a_teacher_a_batch_carries_nothing_for_it() -> None:
    batch = StepBatches([DiscsSource()], SETTINGS, TINY_COMPACT)[0]

    assert len(batch.teacher_picture) == len(batch.teacher_cells) == 0
    assert not reference_mask(batch.frame, batch.group, batch.colors, batch.keep).diagonal().any()


def test_a_published_model_brings_its_encoder(tmp_path: Path, teacher: Teacher) -> None:
    tiny_bundle(tmp_path / "published", PUBLISHED)

    opened = open_teacher(tmp_path / "published")

    torch.testing.assert_close(
        dict(opened.encoder.state_dict()), dict(teacher.encoder.state_dict())
    )


def test_a_folder_with_weights_of_dinov2_is_read(tmp_path: Path, teacher: Teacher) -> None:
    save_file(dino_weights(), tmp_path / "model.safetensors")
    (tmp_path / "config.json").write_text(json.dumps({"num_attention_heads": 2}))

    opened = open_teacher(tmp_path)

    assert opened.config == teacher.config


def test_what_is_no_encoder_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="does not exist"):
        open_teacher(tmp_path / "none")
    with pytest.raises(InputError):
        open_teacher(tmp_path)
    tiny_bundle(tmp_path / "compact", TINY_COMPACT)
    with pytest.raises(InputError, match="no DINOv2 encoder"):
        open_teacher(tmp_path / "compact")

from pathlib import Path

import pytest

from paintassist.training.render3d import Library
from tests.training.render3d.tiny import write_figure


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that serves as characters and as motions."""
    path = tmp_path_factory.mktemp("figures")
    write_figure(path / "box_man.glb")
    return path


@pytest.fixture(scope="session")
def library(folder: Path) -> Library:
    return Library.from_folders(folder, folder)

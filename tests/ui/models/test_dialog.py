"""Models come and go while the window lives."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from shiboken6 import isValid

from paintassist.core.errors import InputError
from paintassist.document.store import Settings
from paintassist.engines.base import Engine
from paintassist.engines.dacon.bundle import open_bundle
from paintassist.engines.dacon.precision import Precision
from paintassist.engines.registry import EngineRequest, make_engine, make_or_default
from paintassist.io.catalogue import Entry, Remote
from paintassist.io.download import Patience
from paintassist.io.model_fetch import Fetch
from paintassist.io.model_store import ModelStore
from paintassist.resources import models_folder, user_models_folder
from paintassist.ui.models import import_form
from paintassist.ui.models.desk import ModelsDesk
from paintassist.ui.models.dialog import ModelsDialog
from paintassist.ui.models.export_form import ExportForm, ExportRequest
from paintassist.ui.models.import_form import ImportForm, ImportRequest
from tests.engines.dacon import official
from tests.io.mischief import Mischief, serving

PATIENCE = 200_000


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return official.write_published(tmp_path_factory.mktemp("official"))


@pytest.fixture
def servers(files: Path) -> Iterator[dict[str, Mischief]]:
    data = {role: (files / f"{role}.pth").read_bytes() for role in ("dacon", "dino")}
    with serving(Mischief(data["dacon"])) as dacon, serving(Mischief(data["dino"])) as dino:
        yield {"dacon": dacon, "dino": dino}


@pytest.fixture
def desk(tmp_path: Path, servers: dict[str, Mischief]) -> ModelsDesk:
    parts = {
        role: Remote(
            f"{role}.pth",
            server.url,
            "https://example.org",
            "MIT",
            len(server.data),
            hashlib.sha256(server.data).hexdigest(),
        )
        for role, server in servers.items()
    }
    fetch = Fetch(
        ModelStore(tmp_path / "models", frozenset({"compact"})),
        tmp_path / "downloads",
        Patience(timeout=60, tries=2, pause=0.01),
        allow_http=True,
    )
    entries = {"published": Entry("published", "As published", parts)}
    return ModelsDesk(models_folder(), fetch, entries, confirm=lambda parent, question: True)


@pytest.fixture
def show(no_leaks: None, qtbot, desk: ModelsDesk) -> Iterator[Callable[[], ModelsDialog]]:
    shown: list[ModelsDialog] = []

    def make() -> ModelsDialog:
        dialog = ModelsDialog(desk)
        dialog.show()
        qtbot.waitExposed(dialog)
        shown.append(dialog)
        return dialog

    yield make
    for dialog in shown:
        if isValid(dialog):
            dialog.close()


def names(dialog: ModelsDialog) -> list[str]:
    return [dialog.list.topLevelItem(i).text(0) for i in range(dialog.list.topLevelItemCount())]


def settle(dialog: ModelsDialog, qtbot) -> str:
    qtbot.waitUntil(lambda: not dialog.is_working, timeout=PATIENCE)
    return dialog.message.text()


def click(button) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_import_shows_and_remove_takes_away(show, qtbot, desk: ModelsDesk, files: Path):
    dialog = show()
    assert names(dialog) == ["compact"]
    dialog.list.setCurrentItem(dialog.list.topLevelItem(0))
    assert not dialog.remove_button.isEnabled()
    dialog.import_files(ImportRequest("mine", files / "dacon.pth", files / "dino.pth"))
    assert dialog.progress.isVisible()
    assert not dialog.import_button.isEnabled()
    assert settle(dialog, qtbot) == "The model mine is ready."
    assert names(dialog) == ["compact", "mine"]
    assert not dialog.progress.isVisible()
    dialog.list.setCurrentItem(dialog.list.topLevelItem(1))
    click(dialog.remove_button)
    assert names(dialog) == ["compact"]
    assert desk.fetch.store.names() == []


def test_what_cannot_be_imported_is_told(show, qtbot, desk: ModelsDesk, files: Path):
    dialog = show()
    for name, path, words in (
        ("mine", files / "none.pth", "does not exist"),
        ("mine", files / "dino.pth", "is no DACoN checkpoint"),
        ("../mine", files / "dacon.pth", "cannot be the name of a model"),
        ("compact", files / "dacon.pth", "there is a model 'compact' already"),
    ):
        dialog.import_files(ImportRequest(name, path, None))
        assert words in settle(dialog, qtbot)
    assert names(dialog) == ["compact"]


def test_fetch_from_the_menu(show, qtbot, desk: ModelsDesk, servers: dict[str, Mischief]):
    servers["dino"].cut, servers["dino"].times = 100_000, 1
    dialog = show()
    (action,) = dialog.fetch_button.menu().actions()
    assert action.text() == "As published"
    seen: list[str] = []
    action.trigger()
    dialog._thread.progressed.connect(lambda done, total, name: seen.append(name))
    assert settle(dialog, qtbot) == "The model published is ready."
    assert names(dialog) == ["compact", "published"]
    assert "dacon.pth: MIT" in dialog.list.topLevelItem(1).text(2)
    assert set(seen) == {"dacon.pth", "dino.pth"}


def test_cancel_in_a_stalled_download_then_go_on(
    show, qtbot, desk: ModelsDesk, servers: dict[str, Mischief]
):
    server = servers["dino"]
    server.cut, server.times, server.stall = 100_000, 1, True
    dialog = show()
    dialog.fetch(desk.entries["published"])
    qtbot.waitUntil(lambda: dialog.message.text().startswith("dino.pth: 0.1 /"), timeout=PATIENCE)
    click(dialog.cancel_button)
    assert "What was downloaded is kept" in settle(dialog, qtbot)
    assert names(dialog) == ["compact"]
    dialog.fetch(desk.entries["published"])
    assert settle(dialog, qtbot) == "The model published is ready."
    assert server.asked == ["", "bytes=100000-"]


def test_close_in_a_stalled_download_ends_the_thread(
    show, qtbot, desk: ModelsDesk, servers: dict[str, Mischief]
):
    server = servers["dacon"]
    server.cut, server.times, server.stall = 1000, 1, True
    dialog = show()
    dialog.fetch(desk.entries["published"])
    qtbot.waitUntil(lambda: "dacon.pth" in dialog.message.text(), timeout=PATIENCE)
    thread = dialog._thread
    assert dialog.close()
    assert thread.isFinished()


def test_cancel_an_import_leaves_nothing(show, qtbot, desk: ModelsDesk, files: Path):
    dialog = show()
    dialog.import_files(ImportRequest("mine", files / "dacon.pth", files / "dino.pth"))
    qtbot.waitUntil(lambda: dialog.message.text() == "Reading the weights...", timeout=PATIENCE)
    click(dialog.cancel_button)
    assert settle(dialog, qtbot) == "Stopped; nothing was made."
    assert names(dialog) == ["compact"]
    assert desk.fetch.store.half_made() == []


def test_without_a_network_the_dialog_says_so(
    show, qtbot, desk: ModelsDesk, servers: dict[str, Mischief]
):
    dialog = show()
    gone = Remote("dacon.pth", "https://no-such-host.invalid/x", "https://example.org", "MIT")
    dialog.fetch(Entry("far", "Far away", {"dacon": gone}))
    assert "there is no network" in settle(dialog, qtbot)


def test_what_was_broken_off_shows_and_can_be_removed(show, desk: ModelsDesk):
    (desk.fetch.store.folder / ".making-half").mkdir(parents=True)
    dialog = show()
    assert names(dialog) == ["compact", "half"]
    assert "broken off" in dialog.list.topLevelItem(1).text(2)
    dialog.list.setCurrentItem(dialog.list.topLevelItem(1))
    click(dialog.remove_button)
    assert names(dialog) == ["compact"]


def test_the_form_wants_a_checkpoint_and_a_name(no_leaks: None, qtbot, monkeypatch, tmp_path: Path):
    form = ImportForm()
    qtbot.addWidget(form)
    assert not form._accept.isEnabled()
    chosen = str(tmp_path / "dacon_v1_1.pth")
    monkeypatch.setattr(import_form.QFileDialog, "getOpenFileName", lambda *_: (chosen, ""))
    monkeypatch.setattr(import_form.QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    form._on_dacon()
    assert form._accept.isEnabled()
    assert form.request() == ImportRequest("dacon_v1_1", Path(chosen), None)
    form._on_dino_folder()
    assert form.request().dino == tmp_path
    form.name.clear()
    assert not form._accept.isEnabled()


def test_the_window_shows_one_dialog_and_closes_it(make_driver):
    window = make_driver().window
    window.actions_by_id["models"].trigger()
    window.actions_by_id["models"].trigger()
    (dialog,) = window.findChildren(ModelsDialog)
    assert dialog.isVisible()
    assert dialog.store.folder == user_models_folder()
    assert [action.objectName() for action in dialog.fetch_button.menu().actions()] == [
        "dacon-v1.1",
        "dacon-v1.0",
    ]
    assert window.close()


def test_export_and_its_cancel(show, qtbot, desk: ModelsDesk, tmp_path: Path):
    dialog = show()
    assert not dialog.export_button.isEnabled()
    dialog.list.setCurrentItem(dialog.list.topLevelItem(0))
    asked: list[tuple[str, bool]] = []

    def ask(parent: object, source: str, has_dino: bool) -> ExportRequest:
        asked.append((source, has_dino))
        return ExportRequest(source, "to go", Precision.FP16, tmp_path / "stick")

    dialog._desk = replace(desk, ask_export=ask)
    click(dialog.export_button)
    click(dialog.cancel_button)
    assert settle(dialog, qtbot) == "Stopped; nothing was made."
    assert not (tmp_path / "stick" / "to go").exists()
    click(dialog.export_button)
    assert settle(dialog, qtbot) == "The model to go is ready."
    assert asked == [("compact", False)] * 2
    assert "spatial.fp16.onnx" in open_bundle(tmp_path / "stick" / "to go").files
    assert names(dialog) == ["compact"]


def test_the_export_form_offers_what_the_model_can_become(no_leaks: None, qtbot):
    form = ExportForm("compact", has_dino=False)
    qtbot.addWidget(form)
    assert [form.precision.itemData(i) for i in range(form.precision.count())] == ["fp32", "fp16"]
    form.precision.setCurrentIndex(1)
    assert form.request() == ExportRequest("compact", "compact-fp16", Precision.FP16)
    form.name.clear()
    assert not form._accept.isEnabled()


def test_a_project_chooses_its_model_and_keeps_it_and_its_decisions(
    make_driver, qtbot, clip: Path, tmp_path: Path
):
    """Another engine proposes at once; what was decided stays; the file remembers."""
    made: list[tuple[str, str]] = []

    def make(settings: Settings) -> Engine:
        made.append((settings.engine, settings.model))
        return make_engine("shape")

    driver = make_driver()
    window = driver.window
    window.workspace._make_engine = make
    shutil.copytree(models_folder() / "compact", user_models_folder() / "mine")
    driver.open(clip)
    document = window.workspace.document
    frame = document.frames[0]
    proposed = int(np.flatnonzero(frame.color[1:] >= 0)[0]) + 1
    document.accept(0, [proposed])
    driver.settle()
    before = frame.color.copy()
    window.workspace.save_as(tmp_path / "cut.paintassist")

    window.actions_by_id["models"].trigger()
    (dialog,) = window.findChildren(ModelsDialog)
    assert "compact" in dialog.row.model.text()
    (mine,) = dialog.list.findItems("mine", Qt.MatchFlag.MatchExactly)
    dialog.list.setCurrentItem(mine)
    click(dialog.row.use_button)
    driver.settle()
    assert set(made[:-1]) == {("", "")}
    assert made[-1] == ("", "mine")
    assert "mine" in dialog.row.model.text()
    (mine,) = dialog.list.findItems("mine", Qt.MatchFlag.MatchExactly)
    assert mine.font(0).bold()
    np.testing.assert_array_equal(frame.color, before)
    assert frame.decided[proposed]

    dialog.row.engine.setCurrentIndex(1)
    dialog.row.engine.activated.emit(1)
    driver.settle()
    assert made[-1] == ("dacon", "mine")
    np.testing.assert_array_equal(frame.color, before)
    driver.open(tmp_path / "cut.paintassist")
    settings = window.workspace.document.settings
    assert (settings.engine, settings.model) == ("dacon", "mine")
    assert dialog.row.engine.currentIndex() == 1
    shutil.rmtree(user_models_folder() / "mine")
    dialog.renew()
    assert "is not here; compact stands in for it" in dialog.row.model.text()


def test_a_project_whose_model_is_gone_is_served_by_the_bundled_one(caplog):
    engine = make_or_default(None, "gone")
    assert engine.model == "compact"
    assert "there is no model 'gone'" in caplog.text
    with pytest.raises(InputError, match="there is no model 'gone'"):
        make_engine(None, EngineRequest(model="gone"))

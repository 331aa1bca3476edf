"""Models come and go while the window lives."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import torch
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from shiboken6 import isValid

from paintassist.io.catalogue import Entry, Remote
from paintassist.io.download import Patience
from paintassist.io.model_fetch import Fetch
from paintassist.io.model_store import ModelStore
from paintassist.resources import models_folder, user_models_folder
from paintassist.ui.models import import_form
from paintassist.ui.models.desk import ModelsDesk
from paintassist.ui.models.dialog import ModelsDialog
from paintassist.ui.models.import_form import ImportForm, ImportRequest
from tests.engines.dacon import official
from tests.io.mischief import Mischief, serving

PATIENCE = 200_000


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("official")
    torch.save(official.dacon_state("v1.1"), folder / "dacon.pth")
    torch.save(official.meta_state(), folder / "dino.pth")
    return folder


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

from __future__ import annotations

import pytest

from paintassist.cli.system import BASE_LIBRARIES, X_LIBRARIES, check_display
from paintassist.cli.window import explain_import
from paintassist.core.errors import InputError


def everything(library: str) -> bool:
    return True


def nothing(library: str) -> bool:
    return False


@pytest.mark.parametrize(
    "environment",
    [
        {"DISPLAY": ":0"},
        {"WAYLAND_DISPLAY": "wayland-0"},
        {"QT_QPA_PLATFORM": "offscreen"},
    ],
)
def test_a_whole_machine_passes(environment: dict[str, str]) -> None:
    check_display(environment, "linux", everything)


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_other_systems_bring_their_own(platform: str) -> None:
    check_display({}, platform, nothing)


def test_no_display() -> None:
    with pytest.raises(InputError, match="no display"):
        check_display({}, "linux", everything)


@pytest.mark.parametrize(
    ("environment", "packages"),
    [
        ({"QT_QPA_PLATFORM": "offscreen"}, [*BASE_LIBRARIES.values()]),
        ({"WAYLAND_DISPLAY": "wayland-0"}, [*BASE_LIBRARIES.values()]),
        ({"DISPLAY": ":0"}, [*BASE_LIBRARIES.values(), *X_LIBRARIES.values()]),
        (
            {"QT_QPA_PLATFORM": "xcb:x", "WAYLAND_DISPLAY": "w"},
            [*BASE_LIBRARIES.values(), *X_LIBRARIES.values()],
        ),
    ],
)
def test_missing_libraries_are_named_with_their_packages(
    environment: dict[str, str], packages: list[str]
) -> None:
    with pytest.raises(InputError) as caught:
        check_display(environment, "linux", nothing)
    assert str(caught.value).endswith("apt-get install -y " + " ".join(packages))


def test_only_what_is_missing_is_named() -> None:
    with pytest.raises(InputError, match=r"install -y libxcb-cursor0$"):
        check_display({"DISPLAY": ":0"}, "linux", lambda name: "cursor" not in name)


def test_imports_that_fail_for_want_of_a_library() -> None:
    found = explain_import(ImportError("libEGL.so.1: cannot open shared object file"))
    assert isinstance(found, InputError)
    assert "apt-get install -y libegl1" in str(found)


def test_imports_that_fail_for_want_of_qt() -> None:
    error = ModuleNotFoundError("No module named 'PySide6'", name="PySide6")
    assert "pip install PySide6-Essentials" in str(explain_import(error))


def test_imports_that_fail_by_our_mistake_stay_so() -> None:
    error = ImportError("cannot import name 'x'", name="paintassist.ui.app")
    assert explain_import(error) is error

"""The languages of the window, and the switch between them."""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator

from paintassist.resources import data_folder

ENGLISH = "en"
# By the names of their files; English is what the sources say.
LANGUAGES = (ENGLISH, "ja", "zh_CN")


@runtime_checkable
class Retranslated(Protocol):
    """Says everything again after the language changed."""

    def retranslate(self) -> None:
        """Say everything in the language of now."""


def retranslate_parts(root: QObject) -> None:
    """Let every part below an object say everything again, in the order they were made."""
    for part in root.findChildren(QObject):
        if isinstance(part, Retranslated):
            part.retranslate()


def language_of(wanted: list[str]) -> str:
    """Return the first language we speak.

    Parameters
    ----------
    wanted : list of str
        As `QLocale.uiLanguages` names them, such as "ja-JP" or "zh-Hans-CN".
    """
    for name in wanted:
        language, *rest = name.replace("_", "-").split("-")
        if language == "zh" and not {"Hant", "TW", "HK", "MO"} & set(rest):
            return "zh_CN"
        if language in LANGUAGES:
            return language
    return ENGLISH


def system_language() -> str:
    """Return the language of this computer's user, English where we do not speak it."""
    return language_of(QLocale.system().uiLanguages())


class LanguageSwitch(QObject):
    """Holds the translators of the language in use; they go with it.

    Attributes
    ----------
    language : str
        One of `LANGUAGES`.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.language = ENGLISH
        self._translators: list[QTranslator] = []

    def switch(self, language: str) -> None:
        """Speak another language; Qt tells every window by a `LanguageChange`."""
        for translator in self._translators:
            QCoreApplication.removeTranslator(translator)
            translator.deleteLater()
        self.language, self._translators = language, []
        # Dates as in the language, as the painter's computer writes them where it speaks it.
        own = system_language() == language
        QLocale.setDefault(QLocale.system() if own else QLocale(language))
        if language == ENGLISH:
            return
        # Qt's own buttons first, so that our words win where both know one.
        self._install(
            f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        )
        self._install(f"paintassist_{language}", str(data_folder("resources") / "i18n"))

    def _install(self, name: str, folder: str) -> None:
        translator = QTranslator(self)
        if translator.load(name, folder):
            QCoreApplication.installTranslator(translator)
            self._translators.append(translator)

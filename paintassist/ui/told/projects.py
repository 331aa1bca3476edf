"""Sentences on projects, their files and palettes."""

from __future__ import annotations

from paintassist.ui.actions.spec import QT_TRANSLATE_NOOP

SOURCES = (
    QT_TRANSLATE_NOOP("Told", "there are two frames called '%1'; rename one of the files"),
    QT_TRANSLATE_NOOP(
        "Told",
        "the step '%1' is damaged in the project file and cannot be done; the history begins "
        "anew here, your decisions are as they were",
    ),
    QT_TRANSLATE_NOOP("Told", "%1 cannot be written (%2); choose another folder or make room"),
    QT_TRANSLATE_NOOP("Told", "%1 is in the way, it is a file; choose another folder"),
    QT_TRANSLATE_NOOP("Told", "%1 cannot be written (%2); make it writable"),
    QT_TRANSLATE_NOOP("Told", "%1 is open %2; close it there first"),
    QT_TRANSLATE_NOOP("Told", "%1 is open %2; choose another name"),
    QT_TRANSLATE_NOOP(
        "Told",
        "%1 is open %2, so it is read-only here; close it there and open it again, or save a copy",
    ),
    QT_TRANSLATE_NOOP("Told", "in another window"),
    QT_TRANSLATE_NOOP("Told", "in a window on %1 (%2)"),
    QT_TRANSLATE_NOOP("Told", "no backup was made: %1"),
    QT_TRANSLATE_NOOP(
        "Told",
        "%1 was opened elsewhere while this computer slept; save it under another name to go on",
    ),
    QT_TRANSLATE_NOOP(
        "Told",
        "%1 lies where nothing can be written; save a copy elsewhere to paint",
    ),
    QT_TRANSLATE_NOOP("Told", "%1 is not a PaintAssist project; open a %2 file"),
    QT_TRANSLATE_NOOP(
        "Told",
        "%1 was made by a newer PaintAssist (format %2, this one knows %3); update "
        "PaintAssist to open it",
    ),
    QT_TRANSLATE_NOOP("Told", "%1 is the project itself; choose another name for the copy"),
    QT_TRANSLATE_NOOP("Told", "%1 was changed by another window; open it again"),
    QT_TRANSLATE_NOOP("Told", "'%1' cannot be the name of a frame or sheet; rename the file"),
    QT_TRANSLATE_NOOP("Told", "%1 does not exist; check the path"),
    QT_TRANSLATE_NOOP("Told", "%1 is a folder; open a %2 file"),
    QT_TRANSLATE_NOOP("Told", "%1 was moved or deleted; save the project elsewhere"),
    QT_TRANSLATE_NOOP(
        "Told",
        "%1 cannot be written or read here; check its rights or save it elsewhere",
    ),
    QT_TRANSLATE_NOOP("Told", "%1 is in use by another program; close it there and try again"),
    QT_TRANSLATE_NOOP("Told", "%1 does not fit on the disk; free some space and try again"),
    QT_TRANSLATE_NOOP("Told", "%1 cannot be opened; check its rights and its folder"),
    QT_TRANSLATE_NOOP("Told", "%1 cannot be reached; check the disk or the network and try again"),
    QT_TRANSLATE_NOOP("Told", "%1 is damaged; open a backup copy of it"),
    QT_TRANSLATE_NOOP("Told", "%1 is no palette file; give it one of the endings %2"),
    QT_TRANSLATE_NOOP("Told", "%1 cannot be read (%2); check the path"),
    QT_TRANSLATE_NOOP("Told", "%1 has %2 as %3; make all swatches RGB and export it again"),
    QT_TRANSLATE_NOOP("Told", "%1 can hold %2 colours only; write a .csv file instead"),
    QT_TRANSLATE_NOOP("Told", "%1 holds no Adobe swatches; export it from Photoshop again"),
    QT_TRANSLATE_NOOP("Told", "%1 holds no Adobe swatches; export it from the Adobe program again"),
    QT_TRANSLATE_NOOP("Told", "%1 has '%2' as %3; make all swatches RGB and export it again"),
    QT_TRANSLATE_NOOP("Told", "%1 is damaged at '%2'; export it again"),
    QT_TRANSLATE_NOOP("Told", "%1 ends too early, it was cut off; export it again"),
    QT_TRANSLATE_NOOP("Told", "%1 is no palette; choose one of %2"),
    QT_TRANSLATE_NOOP("Told", "%1 is a drawing of Aseprite; save its palette as .gpl there"),
    QT_TRANSLATE_NOOP("Told", "%1 is too big for a palette; choose a palette file"),
    QT_TRANSLATE_NOOP("Told", "%1 holds no colours; choose another palette file"),
    QT_TRANSLATE_NOOP("Told", "%1 holds more than %2 colours; choose a smaller one"),
    QT_TRANSLATE_NOOP("Told", "%1 would be empty; add colours to the palette first"),
    QT_TRANSLATE_NOOP("Told", "%1 is %2, not a palette; choose a palette file"),
    QT_TRANSLATE_NOOP(
        "Told",
        "%1 cannot hold the half transparent colour '%2' (%3 knows opaque ones only); write "
        "a %4 or %5 file instead",
    ),
    QT_TRANSLATE_NOOP("Told", "%1 holds the variant '%2' only; a %3 file holds all"),
    QT_TRANSLATE_NOOP("Told", "%1 is no GIMP palette; export it from GIMP or Krita again"),
    QT_TRANSLATE_NOOP("Told", "%1 is damaged in line %2; it should say three numbers up to 255"),
    QT_TRANSLATE_NOOP("Told", "%1 is no text; save the table as CSV"),
    QT_TRANSLATE_NOOP(
        "Told",
        "%1 has no colours: its first line must name a column 'color', or 'red', 'green' and "
        "'blue'",
    ),
    QT_TRANSLATE_NOOP("Told", "%1 says '%2' in line %3, which is no role; roles are %4"),
    QT_TRANSLATE_NOOP(
        "Told",
        "%1 says '%2' in line %3, which is no colour; colours look like #FF8000",
    ),
    QT_TRANSLATE_NOOP("Told", "%1 says '%2' for %3 in line %4; it must be a number from 0 to 255"),
    QT_TRANSLATE_NOOP("Told", "%1 is no OpenToonz palette; save it from OpenToonz again"),
    QT_TRANSLATE_NOOP("Told", "%1 is damaged: a style says nothing; save it from OpenToonz again"),
    QT_TRANSLATE_NOOP("Told", "%1 is damaged at style '%2'; save it from OpenToonz again"),
    QT_TRANSLATE_NOOP("Told", "%1: style '%2' is no plain colour and was left out"),
    QT_TRANSLATE_NOOP("Told", "%1 is damaged: page '%2' shows a style that is not there"),
    QT_TRANSLATE_NOOP("Told", "%1 is damaged at '%2'; save it from OpenToonz again"),
)

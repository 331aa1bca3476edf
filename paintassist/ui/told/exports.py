"""Sentences on exports, timesheets and models."""

from __future__ import annotations

from paintassist.ui.actions.spec import QT_TRANSLATE_NOOP

SOURCES = (
    QT_TRANSLATE_NOOP("Told", "frame '%1' cannot be shown (%2); open its drawing again"),
    QT_TRANSLATE_NOOP(
        "Told",
        "a colour is half transparent, which TGA with 24 bits cannot keep; choose TGA with "
        "32 bits or another format",
    ),
    QT_TRANSLATE_NOOP("Told", "%1 x %2 pixels are more than %3 can hold (%4 a side); choose PNG"),
    QT_TRANSLATE_NOOP(
        "Told",
        "there are %1 colours, more than the %2 of a PNG with a palette; choose PNG",
    ),
    QT_TRANSLATE_NOOP("Told", "%1 is not a report of ours; choose another folder or move it away"),
    QT_TRANSLATE_NOOP(
        "Told",
        "pattern '%1' must name a file inside the export folder; part folders by / and leave "
        "out drives and a leading /",
    ),
    QT_TRANSLATE_NOOP(
        "Told",
        "pattern '%1' ends in .%2 but %3 would be written; end it in .{ext} or leave the "
        "ending off",
    ),
    QT_TRANSLATE_NOOP(
        "Told",
        "pattern '%1' gives every frame the same name; add {name} or {frame:04d}",
    ),
    QT_TRANSLATE_NOOP("Told", "pattern '%1' leads out of the export folder or too deep; change it"),
    QT_TRANSLATE_NOOP("Told", "'%1' is no range of frames; write them as 1-12, 20, 30-"),
    QT_TRANSLATE_NOOP("Told", "'%1' is no range of frames; write the smaller number first"),
    QT_TRANSLATE_NOOP("Told", "pattern '%1' has a brace too many or too few; check it"),
    QT_TRANSLATE_NOOP("Told", "pattern '%1' has the unknown field {%2}; use %3"),
    QT_TRANSLATE_NOOP(
        "Told",
        "pattern '%1' has a width that cannot be; write {frame:04d} for four digits",
    ),
    QT_TRANSLATE_NOOP(
        "Told",
        "pattern '%1' makes '%2', which cannot be a file name everywhere; change the pattern "
        "or the name",
    ),
    QT_TRANSLATE_NOOP("Told", "no frame has a number in %1; check the range"),
    QT_TRANSLATE_NOOP("Told", "there is nothing to export; open frames first"),
    QT_TRANSLATE_NOOP("Told", "%1 would lie outside %2, a link leads there; choose another folder"),
    QT_TRANSLATE_NOOP(
        "Told",
        "%1 is one of the drawings themselves; choose another folder or pattern",
    ),
    QT_TRANSLATE_NOOP(
        "Told",
        "'%1' and '%2' would both be written to %3; change the pattern '%4', such as by "
        "adding {name} or {cel}",
    ),
    QT_TRANSLATE_NOOP("Told", "choose one format and one layer at least"),
    QT_TRANSLATE_NOOP("Told", "pattern '%1' writes all layers to one file; add {layer} to it"),
    QT_TRANSLATE_NOOP(
        "Told",
        "two of the formats have the same ending, so one would replace the other; export "
        "them one by one",
    ),
    QT_TRANSLATE_NOOP("Told", "there is no preset '%1'; there are %2"),
    QT_TRANSLATE_NOOP("Told", "a preset needs a name; type one"),
    QT_TRANSLATE_NOOP(
        "Told",
        "%1 was made by a newer PaintAssist (version %2); update PaintAssist",
    ),
    QT_TRANSLATE_NOOP("Told", "%1 has a preset that cannot be used: %2"),
    QT_TRANSLATE_NOOP("Told", "%1 is damaged; remove it, the presets begin anew"),
    QT_TRANSLATE_NOOP("Told", "%1 cannot be read (%2); remove it"),
    QT_TRANSLATE_NOOP("Told", "it cannot be read back (%1); check the disk"),
    QT_TRANSLATE_NOOP("Told", "it reads back with other pixels; check the disk"),
    QT_TRANSLATE_NOOP(
        "Told",
        "%1 exists with other content; choose another folder or allow replacing files",
    ),
    QT_TRANSLATE_NOOP("Told", "%1 was not written: %2"),
    QT_TRANSLATE_NOOP("Told", "%1 is too large for a timesheet; choose another file"),
    QT_TRANSLATE_NOOP("Told", "%1 is not an XDTS timesheet; export it as .xdts"),
    QT_TRANSLATE_NOOP("Told", "%1 is not an XDTS timesheet; export it again"),
    QT_TRANSLATE_NOOP("Told", "%1 is a damaged timesheet; export it again"),
    QT_TRANSLATE_NOOP("Told", "%1 x %2, others %3 x %4"),
    QT_TRANSLATE_NOOP("Told", "it has no segments yet"),
    QT_TRANSLATE_NOOP("Told", "looking for PyTorch"),
    QT_TRANSLATE_NOOP("Told", "reading the weights"),
    QT_TRANSLATE_NOOP("Told", "checking what is there already"),
    QT_TRANSLATE_NOOP("Told", "writing checksums"),
    QT_TRANSLATE_NOOP("Told", "writing %1"),
)

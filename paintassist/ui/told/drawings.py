"""Sentences on drawings, sheets and what is opened."""

from __future__ import annotations

from paintassist.ui.actions.spec import QT_TRANSLATE_NOOP

SOURCES = (
    QT_TRANSLATE_NOOP(
        "Told",
        "%1 has %2 segments, more than the limit of %3; check that it is clean line art or a "
        "flat painting",
    ),
    QT_TRANSLATE_NOOP("Told", "%1 is painted but has no swatch; it is used as it is"),
    QT_TRANSLATE_NOOP("Told", "%1 more colours are painted but have no swatch"),
    QT_TRANSLATE_NOOP("Told", "figure %1 has no closed area; lower the line threshold"),
    QT_TRANSLATE_NOOP("Told", "the swatch %1 (part %2, %3) is in no figure"),
    QT_TRANSLATE_NOOP("Told", "figure %1: %2 areas are blends alone, their colours are left open"),
    QT_TRANSLATE_NOOP("Told", "frame '%1' has no line art; add its file again"),
    QT_TRANSLATE_NOOP(
        "Told",
        "%1 has no closed segment, it is line all over; check the file or the line threshold",
    ),
    QT_TRANSLATE_NOOP("Told", "%1 has no closed segment; check the file"),
    QT_TRANSLATE_NOOP(
        "Told",
        "%1 is %2 x %3 but its line art %4 is %5 x %6; export both at one size",
    ),
    QT_TRANSLATE_NOOP(
        "Told",
        "%1 is no colour book; it must list parts with their highlight, normal, shadow 1 and "
        "shadow 2",
    ),
    QT_TRANSLATE_NOOP(
        "Told",
        "%1: the part '%2' needs one to four colours: highlight, normal, shadow 1, shadow 2",
    ),
    QT_TRANSLATE_NOOP("Told", "%1 is too large for a colour book; check that it is one"),
    QT_TRANSLATE_NOOP("Told", "%1 cannot be read (%2); export it again"),
    QT_TRANSLATE_NOOP(
        "Told",
        "%1: the %2 of '%3' is no colour; write it as [red, green, blue] with 0 to 255 each",
    ),
    QT_TRANSLATE_NOOP("Told", "%1 is truncated or damaged (%2); save or copy it again"),
    QT_TRANSLATE_NOOP(
        "Told",
        "%1 has nothing to paint, every pixel is line; check that it is line art on white or "
        "transparent",
    ),
    QT_TRANSLATE_NOOP(
        "Told",
        "no line found in %1; check that it is line art, not blank or too faint",
    ),
    QT_TRANSLATE_NOOP("Told", "%1 is %2 x %3 pixels; save it again"),
    QT_TRANSLATE_NOOP(
        "Told",
        "%1 is %2 x %3 pixels, more than the limit of %4 a side and %5 megapixels; scale it "
        "down or crop it",
    ),
    QT_TRANSLATE_NOOP("Told", "%1 does not exist; check the name"),
    QT_TRANSLATE_NOOP("Told", "%1 is a folder, not an image; name a file in it"),
    QT_TRANSLATE_NOOP("Told", "%1 cannot be read, permission is denied; change its permissions"),
    QT_TRANSLATE_NOOP("Told", "%1 is not an image of a kind we read; save it as one of %2"),
    QT_TRANSLATE_NOOP("Told", "%1 does not fit into memory; scale it down or close programs"),
    QT_TRANSLATE_NOOP("Told", "%1 has floating-point pixels; save it with 8 or 16 bits a channel"),
    QT_TRANSLATE_NOOP("Told", "%1 is %2, so its colours are not exact; save it as RGB"),
    QT_TRANSLATE_NOOP("Told", "%1 is empty (0 bytes); save or copy it again"),
    QT_TRANSLATE_NOOP(
        "Told",
        "%1 has a colour profile of its own; its RGB values are taken as they are, convert "
        "it to sRGB if it looks different elsewhere",
    ),
    QT_TRANSLATE_NOOP(
        "Told",
        "%1 is a JPEG, whose compression changes colours and blurs lines; use PNG or TGA if "
        "you can",
    ),
    QT_TRANSLATE_NOOP(
        "Told",
        "%1 is a Clip Studio file, which cannot be read here; save it there as PSD (File > "
        "Save Duplicate) and open that",
    ),
    QT_TRANSLATE_NOOP("Told", "%1 has a list of layers that is too long; save it again"),
    QT_TRANSLATE_NOOP("Told", "%1 has a list of layers with rules of its own; save it again"),
    QT_TRANSLATE_NOOP("Told", "layer '%1' of %2 is blended by %3; merge it to be exact"),
    QT_TRANSLATE_NOOP("Told", "%1 has more than %2 layers; merge some of them"),
    QT_TRANSLATE_NOOP(
        "Told",
        "%1 has %2 bits a channel; save it with 8 or 16 (Image > Mode) and try again",
    ),
    QT_TRANSLATE_NOOP("Told", "reference %1 does not exist; check the name"),
    QT_TRANSLATE_NOOP("Told", "reference folder %1 has no painted images; put them into it or gt/"),
    QT_TRANSLATE_NOOP("Told", "%1 has no images; choose a folder with %2 files or with line/"),
    QT_TRANSLATE_NOOP("Told", "%1 cannot be read (%2); change its permissions or copy it"),
    QT_TRANSLATE_NOOP("Told", "%1 has both %2 and %3; remove one, a frame's name must be unique"),
    QT_TRANSLATE_NOOP("Told", "all frames of %1 are painted; only %2 is used as a sheet"),
    QT_TRANSLATE_NOOP(
        "Told",
        "%1 is neither an image nor a project; drop PNG, TGA, TIFF, BMP or PSD files",
    ),
    QT_TRANSLATE_NOOP(
        "Told",
        "not all frames are %1 x %2 pixels: %3; check that these are the right files",
    ),
)

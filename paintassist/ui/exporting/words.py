"""What the export dialog calls presets, formats, layers and findings."""

from __future__ import annotations

from paintassist.core.inspection import Finding, FindingKind
from paintassist.core.layers import Layer
from paintassist.io.export.formats import ImageFormat
from paintassist.ui.told import told
from paintassist.ui.words import counted, translate


def preset_words(name: str) -> str:
    """Return how a preset is shown; those of the painter keep the name they were given."""
    return {
        "png": translate("Export", "PNG, as in the window"),
        "retas": translate("Export", "TGA for RETAS, white is transparent"),
        "opentoonz": translate("Export", "TGA for OpenToonz, with alpha"),
        "layers": translate("Export", "PNG, a file for each layer"),
        "photoshop": translate("Export", "Photoshop, with layers"),
        "openraster": translate("Export", "OpenRaster, with layers"),
        "tiff": translate("Export", "TIFF"),
    }.get(name, name)


def format_words(image_format: ImageFormat) -> str:
    """Return the name of a format."""
    return {
        ImageFormat.PNG: "PNG",
        ImageFormat.PNG_INDEXED: translate("Export", "PNG, 256 colours"),
        ImageFormat.TGA: translate("Export", "TGA, 32 bits"),
        ImageFormat.TGA_24: translate("Export", "TGA, 24 bits"),
        ImageFormat.TIFF: "TIFF",
        ImageFormat.PSD: "PSD",
        ImageFormat.ORA: "OpenRaster",
    }[image_format]


def layer_words(layer: Layer) -> str:
    """Return the name of a layer."""
    return {
        Layer.LINE: translate("Export", "Main line"),
        Layer.TRACE: translate("Export", "Trace line"),
        Layer.PAINT: translate("Export", "Paint"),
        Layer.SHADOW: translate("Export", "Shadow"),
        Layer.HIGHLIGHT: translate("Export", "Highlight"),
        Layer.COMPOSITE: translate("Export", "Composite"),
    }[layer]


def kind_words(kind: FindingKind) -> str:
    """Return what a kind of finding is called."""
    return {
        FindingKind.SIZE: translate("Export", "Another size"),
        FindingKind.LINES: translate("Export", "Lines changed"),
        FindingKind.TIMESHEET: translate("Export", "Missing from the timesheet"),
        FindingKind.UNPAINTED: translate("Export", "Unpainted"),
        FindingKind.TRACE: translate("Export", "Trace line left over"),
        FindingKind.TEMPORARY: translate("Export", "Temporary colour"),
        FindingKind.OFF_PALETTE: translate("Export", "Colour off the palette"),
        FindingKind.TRANSLUCENT: translate("Export", "Half transparent"),
        FindingKind.FLICKER: translate("Export", "Colour jumps"),
        FindingKind.SPECK: translate("Export", "Speck"),
    }[kind]


def finding_words(finding: Finding) -> str:
    """Say where a finding is, and how large."""
    parts = [finding.frame] if finding.frame else []
    if finding.segment:
        text = translate("Export", "segment %1")
        parts.append(text.replace("%1", str(finding.segment)))
    if finding.area:
        parts.append(
            counted(finding.area, translate("Export", "1 pixel"), translate("Export", "%1 pixels"))
        )
    if finding.note == "flash":
        parts.append(translate("Export", "flash"))
    elif finding.note not in ("line", "paint", ""):
        parts.append(told(finding.note))
    return "  ".join(parts)

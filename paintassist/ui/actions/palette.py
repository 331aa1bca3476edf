"""The actions of the Palette menu, which the palette dock shows, too."""

from __future__ import annotations

from paintassist.ui.actions.spec import QT_TRANSLATE_NOOP, ActionSpec

PALETTE: tuple[ActionSpec, ...] = (
    ActionSpec(
        "search_color",
        "palette",
        QT_TRANSLATE_NOOP("Actions", "&Search Colours"),
        QT_TRANSLATE_NOOP("Actions", "Find a colour by name, part or value"),
        ("Ctrl+F",),
    ),
    ActionSpec(
        "add_color",
        "palette",
        QT_TRANSLATE_NOOP("Actions", "&Add Colour..."),
        QT_TRANSLATE_NOOP("Actions", "Put a new colour into the palette and the hand"),
        ("Ctrl+Shift+N",),
    ),
    ActionSpec(
        "add_temporary",
        "palette",
        QT_TRANSLATE_NOOP("Actions", "Add &Temporary Colour"),
        QT_TRANSLATE_NOOP(
            "Actions", "A loud colour for a part that has none yet; the inspection lists it"
        ),
        ("Ctrl+Shift+T",),
    ),
    ActionSpec(
        "edit_color",
        "palette",
        QT_TRANSLATE_NOOP("Actions", "&Edit Colour..."),
        QT_TRANSLATE_NOOP("Actions", "Give the entry in the hand another colour in all frames"),
        ("Ctrl+Alt+F2",),
    ),
    ActionSpec(
        "rename_color",
        "palette",
        QT_TRANSLATE_NOOP("Actions", "&Rename Colour"),
        "",
        ("Ctrl+F2",),
    ),
    ActionSpec(
        "copy_hex",
        "palette",
        QT_TRANSLATE_NOOP("Actions", "&Copy as Hex"),
        QT_TRANSLATE_NOOP("Actions", "Put the value, such as #FF8000, into the clipboard"),
        ("Ctrl+Shift+C",),
    ),
    ActionSpec(
        "toggle_temporary",
        "palette",
        QT_TRANSLATE_NOOP("Actions", "&Mark as Temporary, or Final"),
        QT_TRANSLATE_NOOP("Actions", "Say that a colour is not known yet, or that it is"),
        ("Ctrl+Alt+T",),
    ),
    ActionSpec(
        "color_up",
        "palette",
        QT_TRANSLATE_NOOP("Actions", "Move &Up"),
        QT_TRANSLATE_NOOP("Actions", "Move the part or colour up in the palette"),
        ("Ctrl+Shift+Up",),
    ),
    ActionSpec(
        "color_down",
        "palette",
        QT_TRANSLATE_NOOP("Actions", "Move &Down"),
        QT_TRANSLATE_NOOP("Actions", "Move the part or colour down in the palette"),
        ("Ctrl+Shift+Down",),
    ),
    ActionSpec(
        "show_usage",
        "palette",
        QT_TRANSLATE_NOOP("Actions", "Show &Where Used"),
        QT_TRANSLATE_NOOP("Actions", "Mark the segments that use the colour in the hand"),
        ("Ctrl+U",),
    ),
    ActionSpec(
        "next_use",
        "palette",
        QT_TRANSLATE_NOOP("Actions", "&Next Use of This Colour"),
        QT_TRANSLATE_NOOP("Actions", "Go on to where the colour in the hand is used"),
        ("Ctrl+Shift+U",),
    ),
    ActionSpec(
        "next_scene",
        "palette",
        QT_TRANSLATE_NOOP("Actions", "Ne&xt Scene"),
        QT_TRANSLATE_NOOP("Actions", "Show the colours of the next scene: day, night"),
        ("Ctrl+Shift+D",),
    ),
    ActionSpec(
        "add_scene",
        "palette",
        QT_TRANSLATE_NOOP("Actions", "Add Scene..."),
        QT_TRANSLATE_NOOP("Actions", "Give every colour another value for a scene such as night"),
        ("Ctrl+Alt+N",),
    ),
    ActionSpec(
        "add_scene_sheet",
        "palette",
        QT_TRANSLATE_NOOP("Actions", "Scene from a Sheet..."),
        QT_TRANSLATE_NOOP("Actions", "Take a scene from a sheet that differs in colour only"),
        ("Ctrl+Alt+Shift+N",),
    ),
    ActionSpec(
        "rename_scene",
        "palette",
        QT_TRANSLATE_NOOP("Actions", "Rename Scene..."),
        "",
        ("Ctrl+Alt+R",),
    ),
    ActionSpec(
        "remove_scene",
        "palette",
        QT_TRANSLATE_NOOP("Actions", "Remove Scene"),
        "",
        ("Ctrl+Alt+Shift+R",),
    ),
    ActionSpec(
        "import_palette",
        "palette",
        QT_TRANSLATE_NOOP("Actions", "&Import Palette..."),
        QT_TRANSLATE_NOOP("Actions", "Read colours of GIMP, Adobe, OpenToonz or a table"),
        ("Ctrl+Alt+I",),
    ),
    ActionSpec(
        "export_palette",
        "palette",
        QT_TRANSLATE_NOOP("Actions", "Ex&port Palette..."),
        QT_TRANSLATE_NOOP("Actions", "Write the palette for GIMP, Adobe, OpenToonz or as a table"),
        ("Ctrl+Alt+E",),
    ),
)

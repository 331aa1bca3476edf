"""How Sphinx builds the manual; see `build.py`."""

import sys
from pathlib import Path

from paintassist import __version__

sys.path.insert(0, str(Path(__file__).parent / "extensions"))

project = "PaintAssist"
author = "The PaintAssist team"
release = version = __version__
extensions = ["myst_parser", "key_table", "bigram_search"]
myst_heading_anchors = 2
html_theme = "furo"
html_title = f"PaintAssist {__version__}"
html_show_sphinx = html_copy_source = html_show_copyright = False
html_theme_options = {"navigation_with_keys": True}

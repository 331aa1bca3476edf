"""Every action of the window as data: one table makes menus, tool bars and shortcuts."""

from paintassist.ui.actions.action_set import ActionSet
from paintassist.ui.actions.spec import ActionSpec
from paintassist.ui.actions.table import ACTIONS, MENUS, SEPARATORS_BEFORE, TOOL_BAR

__all__ = ["ACTIONS", "MENUS", "SEPARATORS_BEFORE", "TOOL_BAR", "ActionSet", "ActionSpec"]

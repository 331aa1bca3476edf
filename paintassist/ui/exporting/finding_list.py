"""What the inspection found, by kind; going to one is a click or a key."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem, QWidget

from paintassist.core.inspection import Finding, FindingKind
from paintassist.ui.exporting.words import finding_words, kind_words

ROLE = int(Qt.ItemDataRole.UserRole)
# A clip that nobody painted has thousands; a list of them helps nobody.
MOST_LISTED = 400


class FindingList(QTreeWidget):
    """Findings as a tree of kinds.

    Signals
    -------
    chosen : Finding to go to.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._findings: Sequence[Finding] = ()
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.itemClicked.connect(self._on_item)
        self.itemActivated.connect(self._on_item)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self.setAccessibleName(self.tr("Inspection"))
        self.show_findings(self._findings)

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show other findings; the first kind is unfolded."""
        self._findings = findings
        self.clear()
        groups: dict[FindingKind, list[Finding]] = {}
        for finding in findings:
            groups.setdefault(finding.kind, []).append(finding)
        for kind, members in groups.items():
            head = QTreeWidgetItem([f"{kind_words(kind)}  ({len(members):,})"])
            self.addTopLevelItem(head)
            for finding in members[:MOST_LISTED]:
                item = QTreeWidgetItem([finding_words(finding)])
                item.setData(0, ROLE, finding)
                head.addChild(item)
            more = len(members) - MOST_LISTED
            if more > 0:
                text = self.tr("... and %1 more").replace("%1", f"{more:,}")
                rest = QTreeWidgetItem([text])
                rest.setFlags(Qt.ItemFlag.NoItemFlags)
                head.addChild(rest)
            head.setExpanded(self.indexOfTopLevelItem(head) == 0)

    def step(self, step: int) -> None:
        """Choose the next or previous finding; before the first one comes the last."""
        items: list[QTreeWidgetItem] = []
        for index in range(self.topLevelItemCount()):
            head = self.topLevelItem(index)
            rows = [head.child(row) for row in range(head.childCount())] if head else []
            items += [row for row in rows if row and isinstance(row.data(0, ROLE), Finding)]
        if not items:
            return
        now = next((at for at, item in enumerate(items) if item is self.currentItem()), None)
        at = (0 if step > 0 else -1) if now is None else (now + step) % len(items)
        self.setCurrentItem(items[at])
        self.chosen.emit(items[at].data(0, ROLE))

    def _on_item(self, item: QTreeWidgetItem) -> None:
        finding = item.data(0, ROLE)
        if isinstance(finding, Finding):
            self.chosen.emit(finding)
        elif item.childCount():
            item.setExpanded(True)

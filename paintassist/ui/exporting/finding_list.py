"""What the inspection found, by kind; going to one is a click or a key."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem, QWidget

from paintassist.core.inspection import Finding, FindingKind
from paintassist.ui.exporting.words import finding_words, kind_words

ROLE = int(Qt.ItemDataRole.UserRole)
# A clip that nobody painted has thousands; a list of them helps nobody.
MOST_LISTED = 400

Mark = tuple[FindingKind, str, tuple[int, int] | None, str]


def _mark(finding: Finding) -> Mark:
    """Return what tells findings apart, whatever number the segment has by now."""
    return finding.kind, finding.frame, finding.place, finding.note


def _same(one: object, other: object) -> bool:
    if isinstance(one, Finding) and isinstance(other, Finding):
        return _mark(one) == _mark(other)
    return one == other


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
        self._struck: set[Mark] = set()
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.itemClicked.connect(self._on_item)
        self.itemActivated.connect(self._on_item)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self.setAccessibleName(self.tr("Inspection"))
        self.renew([item for item in self._findings if _mark(item) not in self._struck])

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show other findings; the first kind is unfolded."""
        self._findings, self._struck = findings, set()
        self._fill()
        head = self.topLevelItem(0)
        if head is not None:
            head.setExpanded(True)

    def renew(self, findings: Sequence[Finding]) -> None:
        """Strike off what is mended, where it stands, and list what came; the place stays."""
        now = {_mark(finding): finding for finding in findings}
        known = {_mark(finding) for finding in self._findings}
        heads = [self.topLevelItem(index) for index in range(self.topLevelItemCount())]
        unfolded = {head.data(0, ROLE) for head in heads if head and head.isExpanded()}
        item = self.currentItem()
        chosen = item.data(0, ROLE) if item is not None else None
        came = [finding for mark, finding in now.items() if mark not in known]
        self._struck = known - now.keys()
        self._findings = [*(now.get(_mark(old), old) for old in self._findings), *came]
        self._fill()
        for index in range(self.topLevelItemCount()):
            head = self.topLevelItem(index)
            if head is not None:
                head.setExpanded(not heads or head.data(0, ROLE) in unfolded)
                self._choose(head, chosen)

    def _choose(self, head: QTreeWidgetItem, chosen: object) -> None:
        """Put the cursor on what it was on, if that is below this head."""
        for row in (head, *(head.child(at) for at in range(head.childCount()))):
            found = None if row is None else row.data(0, ROLE)
            if row is not None and found is not None and _same(found, chosen):
                self.setCurrentItem(row)

    def _fill(self) -> None:
        self.clear()
        groups: dict[FindingKind, list[Finding]] = {}
        for finding in self._findings:
            groups.setdefault(finding.kind, []).append(finding)
        for kind, members in groups.items():
            left = sum(_mark(finding) not in self._struck for finding in members)
            head = QTreeWidgetItem([f"{kind_words(kind)}  ({left:,})"])
            head.setData(0, ROLE, kind)
            self.addTopLevelItem(head)
            for finding in members[:MOST_LISTED]:
                item = QTreeWidgetItem([finding_words(finding)])
                item.setData(0, ROLE, finding)
                if _mark(finding) in self._struck:
                    font = item.font(0)
                    font.setStrikeOut(True)
                    item.setFont(0, font)
                    grey = QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text
                    item.setForeground(0, self.palette().brush(*grey))
                head.addChild(item)
            more = len(members) - MOST_LISTED
            if more > 0:
                text = self.tr("... and %1 more").replace("%1", f"{more:,}")
                rest = QTreeWidgetItem([text])
                rest.setFlags(Qt.ItemFlag.NoItemFlags)
                head.addChild(rest)

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
        first = (0 if step > 0 else -1) if now is None else now + step
        ways = [(first + step * more) % len(items) for more in range(len(items))]
        at = next(
            (at for at in ways if _mark(items[at].data(0, ROLE)) not in self._struck), ways[0]
        )
        self.setCurrentItem(items[at])
        self.chosen.emit(items[at].data(0, ROLE))

    def _on_item(self, item: QTreeWidgetItem) -> None:
        finding = item.data(0, ROLE)
        if isinstance(finding, Finding):
            self.chosen.emit(finding)
        elif item.childCount():
            item.setExpanded(True)

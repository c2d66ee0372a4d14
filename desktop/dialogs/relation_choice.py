"""How words speak of an event: four buttons of which one is chosen."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from db.records import Relation
from desktop.dialogs.base import RadioButton
from desktop.widgets.flow_layout import FlowLayout


def relation_words(relation: Relation) -> str:
    """A relation as a reader says it, with the key that chooses it marked."""
    return {
        Relation.REPORTS: QCoreApplication.translate("relations", "&reports it"),
        Relation.DENIES: QCoreApplication.translate("relations", "&denies it"),
        Relation.EXPECTS: QCoreApplication.translate("relations", "e&xpects it"),
        Relation.CONTEXT: QCoreApplication.translate("relations", "gives &background"),
    }[relation]


def relation_name(relation: Relation) -> str:
    """A relation in words without the mark."""
    return relation_words(relation).replace("&", "")


class RelationChoice(QWidget):
    """Reports, denies, expects or gives background; one key each."""

    chosen = Signal(object)
    """The Relation the reader chose."""

    def __init__(
        self, relation: Relation = Relation.REPORTS, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("How the words speak of the event"))
        flow = FlowLayout(self, spacing=14)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._buttons: dict[Relation, RadioButton] = {}
        for each in Relation:
            button = RadioButton(relation_words(each), self)
            button.setAccessibleName(relation_name(each))
            button.clicked.connect(self._tell)
            flow.addWidget(button)
            self._buttons[each] = button
        self.choose(relation)

    def choose(self, relation: Relation) -> None:
        """Show another relation without telling."""
        self._buttons[relation].setChecked(True)

    def relation(self) -> Relation:
        """The relation chosen."""
        return next(r for r, b in self._buttons.items() if b.isChecked())

    def _tell(self) -> None:
        self.chosen.emit(self.relation())

    def changeEvent(self, event: QEvent) -> None:
        """Other fonts need other room."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.updateGeometry()

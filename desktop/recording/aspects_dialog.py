"""Every aspect of the corpus: what claims can be about."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit, QWidget

from db.corpus import Corpus
from db.corpus.aspects import AspectUses
from db.records import Aspect, Change
from db.text.folding import fold
from desktop.recording.aspect_dialog import AspectDialog
from desktop.recording.claims_dialog import Shown
from desktop.recording.records_dialog import RecordsDialog
from desktop.session import Session
from desktop.widgets.search_field import make_clearable

ShowClaims = Callable[[Shown, QWidget], bool]


class AspectsDialog(RecordsDialog):
    """`show_claims` opens the list of what is said about one."""

    def __init__(self, session: Session, show_claims: ShowClaims, parent: QWidget | None) -> None:
        self._show_claims = show_claims
        self._aspects: list[Aspect] = []
        self._uses: dict[int, AspectUses] = {}
        translate = QCoreApplication.translate
        heads = [
            translate("aspects", "Aspect"),
            translate("aspects", "Claims say"),
            translate("aspects", "Unit"),
            translate("aspects", "Claims"),
            translate("aspects", "Scopes"),
        ]
        nothing = translate(
            "aspects", "No such aspect. Claims need one: deaths, cause, who fired …"
        )
        super().__init__(
            session, parent, translate("aspects", "Aspects"), heads, nothing, width=800
        )
        self.filter = QLineEdit(self)
        self.filter.setPlaceholderText(self.tr("Filter by any word"))
        self.filter.setAccessibleName(self.tr("Filter aspects by any word"))
        make_clearable(self.filter)
        self.filter.textChanged.connect(self.refill)
        self.go_button.setText(self.tr("It&s claims…"))
        self.new = self.add_new(self.tr("&New aspect…"))
        self.new.clicked.connect(self._new)
        self.lay_out(self.filter)
        self.filter.setFocus()

    def rows(self) -> list[tuple[str, ...]]:
        """The aspects that the filter lets through, in their order."""
        corpus, wanted = self.session.corpus, fold(self.filter.text().strip())
        self._uses = corpus.aspects.uses()
        rows = [(aspect, self._row(aspect)) for aspect in corpus.aspects.all()]
        kept = [(a, row) for a, row in rows if any(wanted in fold(w) for w in (a.key, *row))]
        self._aspects = [aspect for aspect, _ in kept]
        return [row for _, row in kept]

    def _row(self, aspect: Aspect) -> tuple[str, ...]:
        uses = self._uses.get(aspect.id)
        scopes = ", ".join(scope for scope, _ in aspect.scopes)
        count = str(uses.claims if uses is not None else 0)
        return aspect.title, type_words(aspect.type), aspect.unit, count, scopes

    def tell(self, row: int) -> str:
        """Its key, and the words that claims can say."""
        aspect = self._aspects[row]
        told = [self.tr("Key: {key}").format(key=aspect.key)]
        if aspect.choices:
            told.append(", ".join(choice for choice, _ in aspect.choices))
        return "\n".join(told)

    def judge(self, row: int) -> None:
        """An aspect can be deleted only where nothing is said about it."""
        chosen = self._aspects[row] if row >= 0 else None
        used = chosen is not None and chosen.id in self._uses
        self.go_button.setEnabled(used)
        writable = chosen is not None and not self.session.corpus.read_only
        self.delete_button.setEnabled(writable and not used)
        self.delete_button.setToolTip(self.tr("There are claims about it") if used else "")

    def edit(self, row: int) -> None:
        """Open the aspect's form."""
        AspectDialog(self.session, self, aspect=self._aspects[row]).exec()

    def delete(self, row: int) -> None:
        """Delete an aspect that nothing is said about."""
        aspect = self._aspects[row]

        def do(corpus: Corpus) -> tuple[int, Change]:
            return aspect.id, corpus.aspects.delete(aspect.id)

        self.perform(do)

    def go(self, row: int) -> bool:
        """List the claims about it, from where one goes to the words."""
        return self._show_claims(Shown("aspect", self._aspects[row].id), self)

    def _new(self) -> None:
        AspectDialog(self.session, self).exec()


def type_words(kind: str) -> str:
    """What claims about an aspect say, in a word."""
    return {
        "number": QCoreApplication.translate("aspects", "a figure"),
        "choice": QCoreApplication.translate("aspects", "a choice"),
        "text": QCoreApplication.translate("aspects", "words"),
        "time": QCoreApplication.translate("aspects", "a time"),
    }.get(kind, kind)

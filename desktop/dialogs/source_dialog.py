"""Everything that is known of a source, to read and to copy."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QLocale, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from db.records import Edition, Source, Time
from desktop.dialogs.base import Dialog, Form, label, theme_of
from desktop.dialogs.report_table import ReportTable
from desktop.dialogs.time_words import bounds_words, instant_words, time_words
from desktop.patterns import paint_rule
from desktop.reading.source_text import edition_words
from desktop.session import Session
from desktop.theme import Theme
from desktop.when import display_when


class SourceDialog(Dialog):
    """What a source is, when it was published, which of its texts are held, its reports."""

    TOPIC = "sources"

    def __init__(self, session: Session, source: Source, parent: QWidget | None) -> None:
        super().__init__(parent, self.tr("About this source"), width=760)
        self._session, self._source = session, source
        self.box.addWidget(_Rule(theme_of(parent), source, self))
        self.box.addWidget(label(f"{source.letter} · {source.label}", kind="title"))
        form = Form()
        for name, value in self._rows():
            _add(form, name, value)
        self.box.addLayout(form)
        self._add_editions()
        self._add_reports()
        self.box.addStretch(1)
        self.close_button = self.add_cancel(self.tr("&Close"))
        self.close_button.setDefault(True)
        self.close_button.setFocus()

    def _rows(self) -> Iterator[tuple[str, str]]:
        source = self._source
        yield self.tr("Title"), source.title
        yield self.tr("By"), "\n".join(source.creators)
        yield self.tr("Publisher"), source.publisher
        yield self.tr("Language"), language_words(source.language)
        yield self.tr("Published"), self._published()
        yield self.tr("Retrieved"), display_when(source.retrieved)
        yield self.tr("Place"), source.place
        yield self.tr("Position"), source.position
        yield self.tr("Rights"), source.rights
        yield self.tr("Citation"), source.citation
        yield self.tr("Summary"), _without_signs(source.summary)

    def _published(self) -> str:
        """The time as printed and as understood, and what is noted about it."""
        time = self._source.published
        printed = self.tr("printed as {printed}").format(printed=f"“{time.printed}”")
        lines = [printed if time.printed else self.tr("no date printed")]
        if time.edtf:
            lines += [self.tr("understood as {time}").format(time=time_words(time))]
            lines += [bounds_words(time)]
        return "\n".join([*lines, time.note] if time.note else lines)

    def _add_editions(self) -> None:
        self._heading(self.tr("Texts"))
        form = Form()
        for edition in self._session.corpus.editions.all(held_only=False):
            if edition.source_id == self._source.id:
                name = edition_words(edition.kind)
                if edition.ordinal > 1:
                    name = f"{name} {edition.ordinal}"
                _add(form, name, self._edition(edition))
        self.box.addLayout(form)

    def _edition(self, edition: Edition) -> str:
        count = QLocale().toString(edition.characters)
        size = self.tr("{count} characters").format(count=count)
        state = self.tr("held") if edition.held else self.tr("not held: it can be added")
        lines = [" · ".join([state, size, language_words(edition.language)])]
        made = [edition.media_type, edition.encoding if edition.held else ""]
        if edition.importer:
            made.append(self.tr("read by {importer}").format(importer=edition.importer))
        if edition.recorded is not None:
            when = instant_words(edition.recorded, Time())
            made.append(self.tr("recorded {when} UTC").format(when=when))
        lines.append(" · ".join(filter(None, made)))
        lines.append(f"SHA-256 {edition.sha256}")
        return "\n".join(lines)

    def _add_reports(self) -> None:
        reports = self._session.corpus.sources.reports(self._source.id)
        if not reports:
            return
        self._heading(self.tr("Reports"))
        self.reports = ReportTable(reports, self)
        self.box.addWidget(self.reports)
        self.box.addWidget(self.reports.note)

    def _heading(self, words: str) -> None:
        self.box.addSpacing(6)
        self.box.addWidget(label(words.upper(), kind="section"))


def _add(form: Form, name: str, value: str) -> None:
    """A row of a name and a value; none where there is no value."""
    if not value:
        return
    head = form.add(name, None)
    head.setProperty("kind", "secondary")
    words = label(value, selectable=True)
    words.setAccessibleName(f"{name}: {value}")
    # A hash has nowhere to break and must not make the dialog as wide as itself.
    words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
    form.addWidget(words, form.rowCount() - 1, 1)


def _without_signs(markdown: str) -> str:
    """Markdown without the signs that would disturb its reading as plain text."""
    return markdown.replace("**", "").replace("`", "")


def language_words(tag: str) -> str:
    """A language in words with its tag, else the tag alone."""
    language = QLocale(tag).language()
    if not tag or language == QLocale.Language.C:
        return tag
    return f"{QLocale.languageToString(language)} ({tag})"


class _Rule(QLabel):
    """The source's colour and pattern, as at the head of its column."""

    def __init__(self, theme: Theme, source: Source, parent: QWidget) -> None:
        super().__init__(parent)
        self._style = theme.source(source.style)
        self.setAccessibleName(source.letter)

    def sizeHint(self) -> QSize:
        """A line."""
        return QSize(60, 4)

    def minimumSizeHint(self) -> QSize:
        """A line."""
        return QSize(20, 4)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line."""
        paint_rule(QPainter(self), QRectF(0, 0, self.width(), 4), self._style)

"""Filling a claim's form from its words, and saying what each field was read from."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject

from db.corpus.voices import VoiceFields
from desktop.recording.claim_form import ClaimForm
from desktop.recording.figure_words import figure_words
from desktop.recording.guessing import AspectGuesser, guess_choice, guess_scope
from desktop.recording.hedge_choice import hedge_name
from desktop.recording.proposal import Proposal, ReadFigure
from desktop.recording.voice_chain import Link
from desktop.when import display_when

translate = QCoreApplication.translate
MOST_CLOSE = 120
"""Letters of a selection that are all taken to be about one thing."""
MOST_TEXT = 120
"""Letters of a selection that are offered as what a claim says."""


class Filling(QObject):
    """Fills the fields and remembers with what, to tell what the reader has corrected."""

    def __init__(
        self, form: ClaimForm, proposal: Proposal, near: str, guesser: AspectGuesser
    ) -> None:
        super().__init__(form)
        self._form, self._proposal, self._near, self._guesser = form, proposal, near, guesser
        self._figure: ReadFigure | None = None
        self._filled: dict[str, object] = {}
        self._busy = False
        form.aspect_changed.connect(self._aspect_changed)
        form.changed.connect(self._judge)

    def fill(self, figure: ReadFigure | None) -> None:
        """Fill the form with a figure of the words, or with none of them."""
        self._busy = True
        self._figure = figure
        self._fill_aspect()
        self._fill_value()
        self._fill_hedge()
        self._fill_voices()
        self._fill_time()
        self._busy = False
        self._judge()

    def _fill_aspect(self) -> None:
        figure = self._figure
        guess = self._guesser.guess(
            self._close_words(),
            self._proposal.around,
            figure=figure is not None,
            unit=figure.unit if figure is not None else "",
        )
        why = self._form.whys["aspect"]
        if guess is None:
            why.set_words("")
            self._filled.pop("aspect", None)
            self._form.choose_type(figure=figure is not None)
            return
        self._form.aspect_choice.choose(guess.aspect_id)
        self._form.refill_aspects(guess.aspect_id)
        self._filled["aspect"] = guess.aspect_id
        words = ", ".join(f"“{word}”" for word in guess.words)
        why.set_words(translate("claims", "Guessed from {words}.").format(words=words))

    def _fill_value(self) -> None:
        form, figure, aspect = self._form, self._figure, self._form.aspect()
        why = form.whys["value"]
        why.set_words("")
        kind = form.value.kind
        if kind == "number" and figure is not None:
            form.value.figure.set_figure_of(figure.min, figure.max, figure.vague, figure.unit)
            self._say_read(figure)
        elif kind == "choice" and aspect is not None:
            choice = guess_choice(aspect, self._near, self._proposal.around)
            form.value.choice.setEditText(choice)
            if choice:
                why.set_words(translate("claims", "Its words stand in the sentence."))
        elif kind == "text":
            short = " ".join(self._near.split())
            form.value.text.setText(short if len(short) <= MOST_TEXT else "")
            form.value.text.setCursorPosition(0)
        elif kind == "time" and self._proposal.dates:
            words, when = self._proposal.dates[0]
            form.value.time.typed.setText(when)
            why.set_words(_from(words))
        self._filled["value"] = self._value_now()
        self._fill_scope()

    def _say_read(self, figure: ReadFigure) -> None:
        said = figure_words(figure.min, figure.max, figure.vague, figure.unit)
        corrected = translate("claims", "Corrected; “{words}” was read as {figure}.")
        self._form.whys["value"].set_words(
            _from(figure.words), corrected.format(words=figure.words, figure=said)
        )

    def _fill_scope(self) -> None:
        aspect, why = self._form.aspect(), self._form.whys["scope"]
        why.set_words("")
        if aspect is None:
            return
        scope, named = guess_scope(aspect, self._close_words())
        self._form.scope.setEditText(scope)
        if named:
            why.set_words(translate("claims", "Read from these words."))
        self._filled["scope"] = scope

    def _close_words(self) -> str:
        """The words themselves where they are few, else those around the figure."""
        if len(self._near) <= MOST_CLOSE or self._figure is None:
            return self._near
        at = self._near.find(self._figure.words)
        return self._near[max(0, at - 20) : at + len(self._figure.words) + 40]

    def _fill_hedge(self) -> None:
        hedge = self._figure.hedge if self._figure is not None else self._proposal.hedge
        denies = self._proposal.denies(hedge, self._figure)
        self._form.hedge.choose(hedge)
        self._form.denied.setChecked(denies)
        self._filled["hedge"] = (hedge, denies)
        read = _from(self._proposal.hedge_words) if self._proposal.hedge_words else ""
        if not read and hedge == "stated":
            read = translate("claims", "No word of the sentence makes it less sure.")
        elif not read and self._figure is not None and self._figure.negated:
            read = translate("claims", "The words beside the figure say that it is not so.")
        elif not read:
            read = translate("claims", "Somebody else is quoted.")
        corrected = translate("claims", "Corrected; it was read as {hedge}.")
        self._form.whys["hedge"].set_words(read, corrected.format(hedge=hedge_name(hedge)))

    def _fill_voices(self) -> None:
        chain: list[Link] = []
        for voice in self._proposal.voices:
            known = voice.voice_id
            link: Link = known if known is not None else VoiceFields(" ".join(voice.words.split()))
            if link not in chain:
                chain.append(link)
        self._form.voices.set_chain(chain)
        self._filled["voices"] = self._form.voices.chain()
        words = ", ".join(f"“{voice.words}”" for voice in self._proposal.voices)
        read = translate("claims", "Read from {words}.").format(words=words) if words else ""
        corrected = translate("claims", "Corrected; read from {words}.").format(words=words)
        self._form.whys["voices"].set_words(read, corrected if words else "")

    def _fill_time(self) -> None:
        why = self._form.whys["as_of"]
        why.set_words("")
        if self._proposal.dates and self._form.value.kind != "time":
            words, when = self._proposal.dates[0]
            self._form.as_of.typed.setText(when)
            corrected = translate("claims", "Corrected; “{words}” was read as {time}.")
            why.set_words(_from(words), corrected.format(words=words, time=display_when(when)))
        self._filled["as_of"] = self._form.as_of.typed.text()

    def _aspect_changed(self) -> None:
        """Another aspect asks for another kind of value: what the words have of it is filled in."""
        if self._busy:
            return
        self._busy = True
        self._fill_value()
        self._busy = False

    def _value_now(self) -> object:
        value = self._form.value
        if value.kind == "number":
            return None if value.problem() else value.figure.figure()
        return value.value()

    def _judge(self) -> None:
        """Say of each field whether it still is as it was read."""
        if self._busy:
            return
        form = self._form
        now = {
            "aspect": form.aspect_choice.choice(),
            "value": self._value_now(),
            "scope": form.scope.currentText(),
            "hedge": (form.hedge.hedge(), form.denied.isChecked()),
            "voices": form.voices.chain(),
            "as_of": form.as_of.typed.text(),
        }
        for name, value in now.items():
            form.whys[name].show_as_read(name in self._filled and self._filled[name] == value)
        # What is read says it all; what the reader makes of it is said in full.
        form.value.figure.tell_figure(self._figure is None or self._filled["value"] != now["value"])


def _from(words: str) -> str:
    return translate("claims", "Read from “{words}”.").format(words=words)

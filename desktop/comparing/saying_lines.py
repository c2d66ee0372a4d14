"""One saying of a source as a line of a card: words or a figure, how sure, on whose word, where."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QCoreApplication

from db.records import Aspect, Source
from desktop.comparing.compared import Compared
from desktop.comparing.ladder_figures import figure_of
from desktop.comparing.lines import Kind, Leads, Line, Role, Run, Target
from desktop.comparing.sayings import Saying
from desktop.comparing.wording import (
    EVERYONE,
    hedge_words,
    is_clock,
    scope_words,
    short_time,
    source_words,
    value_words,
    voice_words,
)

translate = QCoreApplication.translate


class SayingLines:
    """Writes sayings down, each with every address it stands at."""

    def __init__(self, compared: Compared) -> None:
        self._compared = compared

    def figure(self, saying: Saying, aspect: Aspect, day: date | None) -> Line:
        """A figure on a ladder; clock times are those of `day`."""
        claim = saying.first
        source = self._compared.sources[claim.source_id]
        figure = figure_of(saying, aspect, self._compared, day=day)
        detail = [hedge_words(claim.hedge)]
        if not is_clock(self._compared.times.moment(claim), day):
            # A day takes more room than a label has.
            detail.append(figure.label)
            figure = replace(figure, label="")
        detail.append(voice_words(claim, self._compared.speakers, whole=False))
        if saying.later:
            detail.append(not_yet())
        words = " · ".join(w for w in detail if w)
        runs = (Run(words, Role.SMALL),) if words else ()
        line = self._line(Kind.FIGURE, (*runs, *self._addresses(saying, 1)), saying, aspect, source)
        line.figure = figure
        return line

    def words(self, saying: Saying, aspect: Aspect, source: Source, *, timed: bool = False) -> Line:
        """What is said in words, with when it held if `timed`."""
        claim = saying.first
        day = self._compared.times.day(claim.event_id) if timed else None
        when = short_time(self._compared.times.moment(claim), day) if timed else ""
        scope = "" if claim.scope == EVERYONE else claim.scope
        how = source_words(claim, self._compared.speakers, whole=False)
        runs = [
            Run(value_words(claim, aspect), Role.LATER if saying.later else Role.PLAIN, 0),
            Run(f" ({scope})" if scope else "", Role.MUTED),
            Run(f" · {when}" if when else "", Role.MUTED),
            Run(f" · {how}" if how else "", Role.MUTED),
            Run(f" · {not_yet()}" if saying.later else "", Role.MUTED),
            *self._addresses(saying),
        ]
        return self._line(Kind.SAYING, tuple(r for r in runs if r.text), saying, aspect, source)

    def _line(
        self, kind: Kind, runs: tuple[Run, ...], saying: Saying, aspect: Aspect, source: Source
    ) -> Line:
        spoken = self.spoken(saying, aspect)
        note = saying.first.note
        return Line(
            kind,
            runs,
            self._targets(saying),
            letter=source.letter,
            style=source.style,
            tooltip=f"{spoken}\n{note}" if note else spoken,
            spoken=spoken,
            later=saying.later,
        )

    def _addresses(self, saying: Saying, start: int = 0) -> list[Run]:
        runs = []
        for at, claim in enumerate(saying.claims[start:], start):
            address = self._compared.places.address(claim)
            if address:
                runs += [Run("  ", Role.SMALL), Run(address, Role.LINK, at)]
        return runs

    def _targets(self, saying: Saying) -> tuple[Target, ...]:
        words = translate("comparing", "Go to {address}")
        return tuple(
            Target(Leads.CLAIM, claim, words.format(address=self._compared.places.address(claim)))
            for claim in saying.claims
        )

    def spoken(self, saying: Saying, aspect: Aspect) -> str:
        """A saying in full, for who cannot see the line or rests the pointer on it."""
        claim = saying.first
        parts = (
            self._compared.sources[claim.source_id].label,
            value_words(claim, aspect),
            scope_words(claim.scope) if claim.scope else "",
            source_words(claim, self._compared.speakers),
            not_yet() if saying.later else "",
            ", ".join(self._compared.places.address(c) for c in saying.claims),
        )
        return "; ".join(p for p in parts if p)


def not_yet() -> str:
    """What stands beside what nobody had published by the reader's clock."""
    return translate("comparing", "not yet published")

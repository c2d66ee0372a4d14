"""The cards of an event: for each aspect what every source claims, or that it is silent."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QCoreApplication

from db.comparing.comparison import ComparedPair, ComparisonRow
from db.records import Aspect, Claim, ClaimRelation, Event, Silence, Source
from desktop.comparing.compared import Compared, Key
from desktop.comparing.ladder_figures import axis_of, by_unit, in_order, tick_words
from desktop.comparing.lines import Badge, Kind, Leads, Line, Part, Role, Run, Target
from desktop.comparing.relating import Relating, why
from desktop.comparing.saying_lines import SayingLines
from desktop.comparing.sayings import sayings
from desktop.comparing.wording import EVERYONE, number, relation_name, scope_words, silence_of
from desktop.widgets.plain import cut_short

translate = QCoreApplication.translate

MOST_SOURCES = 24
"""So many sources are shown silent; more would bury what is said."""
MOST_PAIRS = 12
TICKS = 4

Said = list[tuple[Claim, bool]]


class Cards:
    """Writes the cards of events; those whose keys are `open` also say why claims relate so."""

    def __init__(self, compared: Compared) -> None:
        self._compared = compared
        self._lines = SayingLines(compared)
        self.open: set[Key] = set()

    def of_event(self, event: Event) -> list[Line]:
        """Every card of an event, figures first; of its parts what figures and what conflicts."""
        own = self._compared.rows_of(event.id)
        parts = [r for part in self._compared.parts(event.id) for r in self._compared.rows_of(part)]
        figures = [row for row in (*own, *parts) if self._aspect(row).type == "number"]
        others = [row for row in own if self._aspect(row).type != "number"]
        told = [r for r in parts if r not in figures and r.has(ClaimRelation.CONFLICT)]
        rows = [*figures, *others, *told]
        return [line for row in rows for line in self.of_row(row, within=event.id)]

    def of_row(self, row: ComparisonRow, *, within: int) -> list[Line]:
        """The card of one event and aspect; names the event where it is not `within`."""
        aspect, sources = self._aspect(row), self._compared.claiming(row)
        claims = [(source, self._compared.claims(row, source.id)) for source in sources]
        lines = [
            self._head(row, aspect, self._compared.tallies.of(row)),
            *self._event_line(row, within),
        ]
        if aspect.type == "number":
            lines += self._figures(row, claims, aspect)
        else:
            lines += [line for source, said in claims for line in self._words(source, said, aspect)]
        lines += self._silences(row, aspect, {s.id for s in sources})
        key = (row.event_id, row.aspect_id)
        if key in self.open:
            lines += self._pairs(row)
        return _framed(lines, key)

    def _aspect(self, row: ComparisonRow) -> Aspect:
        return self._compared.aspects[row.aspect_id]

    # Heads

    def _head(self, row: ComparisonRow, aspect: Aspect, relation: Relating | None) -> Line:
        key = (row.event_id, row.aspect_id)
        is_open = key in self.open
        hide = translate("comparing", "Press Enter to hide why.")
        show = translate("comparing", "Press Enter to see why.")
        tell = hide if is_open else show
        runs = [Run(aspect.title, Role.STRONG)]
        if row.origins < row.sources:
            runs.append(Run(f"  {origin_words(row.sources, row.origins)}", Role.SMALL))
        if relation is None:
            # So many claims that comparing them takes a while.
            busy = translate("comparing", "comparing…")
            runs.append(Run(f"  {busy}", Role.SMALL))
            return Line(Kind.HEAD, tuple(runs), spoken=f"{aspect.title}. {busy}")
        name = relation.name
        tip = f"{relation.sentence} {tell}" if name else ""
        return Line(
            Kind.HEAD,
            tuple(runs),
            (Target(Leads.DETAILS, key, tell),) if name else (),
            badge=Badge(relation.relation, name) if name else None,
            open=is_open,
            tooltip=tip,
            spoken=". ".join(w for w in (aspect.title, name, tip) if w),
        )

    def _event_line(self, row: ComparisonRow, within: int) -> list[Line]:
        if row.event_id == within:
            return []
        event = self._compared.session.events_by_id[row.event_id]
        words = translate("comparing", "in: {event}").format(event=event.title)
        target = Target(Leads.EVENT, event.id, translate("comparing", "Go to this event"))
        runs = (Run(cut_short(words), Role.LINK, 0),)
        return [Line(Kind.TEXT, runs, (target,), spoken=words)]

    # What is said

    def _figures(
        self, row: ComparisonRow, claims: Iterable[tuple[Source, Said]], aspect: Aspect
    ) -> list[Line]:
        everything = [claim for _, said in claims for claim in said]
        day = self._compared.times.day(row.event_id)
        found = sayings(in_order(everything, self._compared), by_time=True)
        lines: list[Line] = []
        for scopes in by_unit(found, aspect).values():
            every = (saying for group in scopes.values() for saying in group)
            axis = axis_of(every, self._compared, ticks=TICKS)
            for scope, group in scopes.items():
                if scope and (len(scopes) > 1 or scope != EVERYONE):
                    words = scope_words(scope)
                    lines.append(Line(Kind.SCOPE, (Run(words, Role.LABEL),), spoken=words))
                lines += [self._lines.figure(saying, aspect, day) for saying in group]
            lines.append(Line(Kind.AXIS, ticks=tick_words(axis)))
            for line in lines:
                line.axis = line.axis or axis
        return lines

    def _words(self, source: Source, said: Said, aspect: Aspect) -> list[Line]:
        lines = [self._lines.words(saying, aspect, source) for saying in sayings(said)]
        for line in lines[1:]:
            line.letter = ""
        return lines

    # Silences and reasons

    def _silences(self, row: ComparisonRow, aspect: Aspect, claiming: set[int]) -> list[Line]:
        """One line for each kind of silence, with the letters of all that are silent so."""
        kinds: dict[Silence, list[Source]] = {}
        for source in self._compared.session.sources[:MOST_SOURCES]:
            if source.id not in claiming:
                kind = self._compared.known.cell(row, source.id).silence or Silence.NO_FIGURE
                kinds.setdefault(kind, []).append(source)
        return [
            self._silence(row.event_id, silence_of(kind, aspect), sources)
            for kind, sources in kinds.items()
        ]

    def _silence(self, event_id: int, words: str, sources: Sequence[Source]) -> Line:
        does = translate("comparing", "Review why {source} is silent")
        runs = []
        for at, source in enumerate(sources):
            runs += [Run(source.letter, Role.STRONG, at, source.style), Run(" ", Role.MUTED)]
        targets = tuple(
            Target(Leads.SETTLE, (event_id, s.id), does.format(source=s.label)) for s in sources
        )
        spoken = f"{', '.join(s.label for s in sources)}: {words}"
        tip = "\n".join((spoken, *(t.spoken for t in targets)))
        runs.append(Run(f" {words}", Role.MUTED))
        return Line(Kind.SILENCE, tuple(runs), targets, tooltip=tip, spoken=spoken)

    def _pairs(self, row: ComparisonRow) -> list[Line]:
        pairs, related = self._compared.tallies.weightiest(row), self._compared.tallies.of(row)
        lines = [self._pair(pair) for pair in pairs[:MOST_PAIRS]]
        total = sum(count for _, count in related.counts) if related is not None else 0
        if total > MOST_PAIRS:
            words = translate("comparing", "and {count} more pairs: Judge… lists them")
            text = words.format(count=number(total - MOST_PAIRS))
            target = Target(Leads.JUDGE, None, text)
            lines.append(Line(Kind.PAIR, (Run(text, Role.LINK, 0),), (target,), spoken=text))
        return lines

    def _pair(self, pair: ComparedPair) -> Line:
        name = relation_name(pair.relation)
        addresses = " – ".join(self._compared.places.address(c) for c in (pair.a, pair.b))
        reason = why(pair)
        tell = translate("comparing", "Press Enter to judge otherwise.")
        runs = (
            Run(f"{addresses}  ", Role.LINK, 0),
            Run(name, Role.STRONG),
            Run(f"  {reason}", Role.SMALL),
        )
        return Line(
            Kind.PAIR,
            runs,
            (Target(Leads.JUDGE, pair, tell),),
            tooltip=f"{reason}\n{tell}",
            spoken=f"{addresses}: {name}. {reason} {tell}",
        )


def origin_words(sources: int, origins: int) -> str:
    """How many sources, and how many origins they have: "3 sources, 2 origins"."""
    told = translate("comparing", "%n source(s)", None, sources)
    return f"{told}, {translate('comparing', '%n origin(s)', None, origins)}"


def _framed(lines: list[Line], key: Key) -> list[Line]:
    """Lines as one card."""
    for line in lines:
        line.part, line.key = Part.MIDDLE, key
    lines[0].part, lines[-1].part = Part.FIRST, Part.LAST
    return lines

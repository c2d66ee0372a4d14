"""How the claims of a row relate, in a word for its head and in sentences for who asks why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QCoreApplication

from db.comparing.comparison import ComparedPair, ComparisonRow
from db.comparing.reasons import Proposal
from db.records import ClaimRelation
from desktop.comparing.reason_words import changed_sentence, reason_sentence
from desktop.comparing.wording import relation_count, relation_name

translate = QCoreApplication.translate

# What a reader must see first, first.
WEIGHT: Final[tuple[ClaimRelation | None, ...]] = (
    ClaimRelation.CONFLICT,
    ClaimRelation.ROUNDING,
    ClaimRelation.UPDATE,
    ClaimRelation.AGREE,
    ClaimRelation.SCOPE,
    None,
)


@dataclass(frozen=True, slots=True)
class Relating:
    """How often the claims of a row relate how, and how many pairs a person has judged."""

    counts: tuple[tuple[ClaimRelation | None, int], ...]
    judged: int
    outdated: int = 0
    """So many of those were judged before one of their claims was changed."""

    @property
    def relation(self) -> ClaimRelation | None:
        """The relation that stands for the row, None where no pair is judged."""
        return self.counts[0][0] if self.counts else None

    @property
    def name(self) -> str:
        """That relation in words; nothing where there is nothing to compare."""
        if not self.counts:
            return ""
        name = relation_name(self.relation)
        if not self.outdated:
            return name
        return translate("comparing", "{relation} · look again").format(relation=name)

    @property
    def sentence(self) -> str:
        """Every count, and that it is computed."""
        counts = ", ".join(relation_count(relation, n) for relation, n in self.counts)
        if not self.judged:
            by = translate("comparing", "Proposed by the program's rules.")
        else:
            words = translate(
                "comparing", "Proposed by the program's rules; {n} judged by a person."
            )
            by = words.format(n=self.judged)
        if self.outdated:
            words = translate(
                "comparing", "%n judged before a claim was changed.", None, self.outdated
            )
            by = f"{by} {words}"
        return f"{counts}. {by}"


def relating(row: ComparisonRow) -> Relating:
    """How the claims of a row relate."""
    counts = Counter(pair.relation for pair in row.pairs)
    ordered = tuple((r, counts[r]) for r in WEIGHT if counts[r])
    judged = [pair for pair in row.pairs if pair.judgement]
    return Relating(ordered, len(judged), sum(1 for pair in judged if pair.changed))


def by_weight(pairs: Sequence[ComparedPair]) -> list[ComparedPair]:
    """Pairs as a reader asks after them: what is to be judged again, then what conflicts."""
    return sorted(pairs, key=_weight)


def _weight(pair: ComparedPair) -> tuple[bool, int, bool]:
    return (not pair.changed, WEIGHT.index(pair.relation), pair.judgement is None)


def reasons(related: Relating | None, pairs: Sequence[ComparedPair], most: int = 4) -> str:
    """How the claims of a row relate, and why its weightiest pairs do, one line each."""
    if related is None or not pairs:
        return ""
    told = [f"{relation_name(pair.relation)}: {why(pair)}" for pair in pairs[:most]]
    return "\n".join((related.sentence, *told))


def why(pair: ComparedPair) -> str:
    """Why two claims relate as they do: a person's reason, and the program's rule."""
    rule = rule_words(pair.proposal)
    if pair.judgement is None:
        return rule
    words = translate("comparing", "Judged by a person: {reason}")
    proposed = translate("comparing", "The program proposes {proposed}. {rule}")
    return " ".join(
        (
            _ended(words.format(reason=pair.judgement.reason)),
            *later_changes(pair),
            proposed.format(proposed=relation_name(pair.proposed), rule=rule),
        )
    )


def later_changes(pair: ComparedPair) -> list[str]:
    """That a pair was judged before its claims were changed, a sentence for each of them."""
    if not pair.changed:
        return []
    aspect = pair.proposal.grounds().aspect
    return [changed_sentence(before, now, aspect) for before, now in pair.changed]


def rule_words(proposal: Proposal) -> str:
    """The rule that was applied, as a sentence."""
    sentence = reason_sentence(proposal.case, proposal.grounds())
    words = translate("comparing", "Rule {number}: {sentence}")
    return words.format(number=proposal.rule, sentence=sentence)


def _ended(sentence: str) -> str:
    return sentence if sentence.endswith((".", "!", "?", "…")) else f"{sentence}."

"""How two claims of one aspect relate: seven rules, of which the first that fits is proposed.

1. Equal value and polarity, of the same scope or of one within the other: **agree**.
2. The same voice, or the same source in its own account, at a later time: **update**; downwards
   too, and where the intervals overlap. *The same voice* is the innermost of both chains, in one
   source or in two. *The source's own account* is what it says itself and what it passes on as its
   own news; not another outlet's words that stand on its page, not an allegation, not an
   official's figure against anyone else's, and not a denial (see `speakers`). What is expected
   later takes the place of nothing that was told, nor does a part, told later, of a total that is
   larger: it is a detail of it. Scopes that have nothing to do with each other are never an update,
   nor are two texts: whether one takes the other's place a program cannot judge.
   A count that can only rise (dead, injured, detained) is an update too, whoever gives it, where
   the later figure lies wholly above the earlier one **and the event was still going on when the
   earlier one held**, or had ended that day. The reason: 7 dead at three o'clock and 11 dead by
   night do not contradict each other while people are being shot and found; once it is over, 11 and
   70 do, however many days lie between. A later figure that lies below an earlier one of somebody
   else can never be explained by time, and is a conflict. When an event was over is the reader's to
   say, in the event's time.
3. A part that exceeds its whole: **conflict**. Only of counts (people, things); of those that name
   no scope, or *all*, whatever else is named is a part. Not where the part was counted later in a
   rising count or by the same voice, nor where both name one number (rule 6): *more than 70
   workers* do not exceed *70 workers and residents*.
4. Another scope, another unit, or an event and its part: **scope**, not comparable. So are, where
   rules 3 and 7 would call them a conflict,
   - two figures of which the words of both say when they held, where the two times certainly differ
     and the figure is no count that can only rise: a crowd of 3,000 at ten o'clock and one of 5,000
     at three are two crowds. A duration grows as the clock goes, so that only as much can lie
     between two of them as between their times;
   - what is expected and what is told: an expectation is of a moment that is yet to come.
5. Intervals that overlap: **agree**. A vague word stands for its range in the word lists.
6. Bounds that meet at one number both name, or that differ only by a vague word: **rounding**.
7. Else **conflict**. Of a list of dates each is allowed, and nothing between them. Choices and
   texts: one a more general word for the other: agree; affirmed and denied, or two choices that
   rule each other out: conflict. To deny one value says nothing of another: that two parties reject
   each other's account does not make them agree. What a program cannot judge it leaves open:
   relation None, *not judged*.

The order of the two claims given does not matter. Nothing here says who is right.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from db.comparing.context import Context, time_leeway
from db.comparing.intervals import meet, nearly_overlap
from db.comparing.moments import SECONDS, comes_after, stretch
from db.comparing.pairs import Fit, Pair, pair_of
from db.comparing.reasons import Proposal, Reason
from db.records import Claim, ClaimRelation


def propose(one: Claim, other: Claim, context: Context) -> Proposal:
    """Propose how two claims of one aspect relate, of one event or of an event and its part."""
    pair = pair_of(one, other, context)
    for rule in _RULES:
        found = rule(pair)
        if found is not None:
            return found
    return _make(pair, None, 7, Reason.NOT_JUDGED)


def _make(pair: Pair, relation: ClaimRelation | None, rule: int, case: Reason) -> Proposal:
    return Proposal(pair.claims, relation, rule, case, pair.grounds)


def _equal(pair: Pair) -> Proposal | None:
    comparable = pair.fit in (Fit.SAME, Fit.PART)
    if comparable and pair.first.polarity == pair.second.polarity and _same_value(pair):
        return _make(pair, ClaimRelation.AGREE, 1, Reason.EQUAL)
    return None


def _same_value(pair: Pair) -> bool:
    one, other = pair.claims
    if pair.aspect.type != "number":
        return _folded(one.value) == _folded(other.value)
    if (one.min, one.max) != (other.min, other.max):
        return False
    has_bounds = one.min is not None or one.max is not None
    return has_bounds or _folded(one.vague) == _folded(other.vague)


def _folded(words: str | None) -> str:
    return " ".join((words or "").casefold().split())


def _later(pair: Pair) -> Proposal | None:
    if not (pair.same_event and pair.ordered and pair.fit in (Fit.SAME, Fit.PART)):
        return None
    if not _can_follow(pair) or _is_detail(pair):
        return None
    speakers = pair.context.speakers
    if speakers.same_voice(*pair.claims):
        return _make(pair, ClaimRelation.UPDATE, 2, Reason.VOICE_LATER)
    if speakers.same_account(*pair.claims):
        return _make(pair, ClaimRelation.UPDATE, 2, Reason.SOURCE_LATER)
    if pair.fit is Fit.SAME and _was_rising(pair) and _second_is_higher(pair):
        return _make(pair, ClaimRelation.UPDATE, 2, Reason.GREW)
    return None


def _can_follow(pair: Pair) -> bool:
    """Whether the later value can take the earlier one's place.

    A denial takes the place of what it denies and of nothing else; whether one text takes the
    place of another, a program cannot judge.
    """
    if pair.first.polarity != pair.second.polarity:
        return _is_denied(pair, *pair.affirmed_and_denied)
    if pair.measured:
        return True
    return pair.affirmed and pair.aspect.type == "choice"


def _is_detail(pair: Pair) -> bool:
    """Whether the later claim adds to the earlier one: a part of its total, or an expectation."""
    if pair.expected is not None and pair.expected[0] is pair.second:
        return True
    if pair.fit is not Fit.PART or pair.part is not pair.second or not pair.aspect.counts:
        return False
    return pair.affirmed and pair.figure(pair.whole).lies_above(pair.figure(pair.part))


def _was_rising(pair: Pair) -> bool:
    """Whether the first claim gives a count that could still rise when it held."""
    span = pair.context.held(pair.first).span
    rises = pair.aspect.grows and pair.expected is None
    return rises and pair.context.goes_on_at(pair.first.event_id, span)


def _second_is_higher(pair: Pair) -> bool:
    first, second = pair.figures
    return pair.affirmed and second.lies_above(first)


def _part_exceeds(pair: Pair) -> Proposal | None:
    if pair.fit not in (Fit.PART, Fit.AMONG_ALL) or not pair.aspect.counts or not pair.affirmed:
        return None
    if not pair.figure(pair.part).lies_above(pair.figure(pair.whole)):
        return None
    if _is_rounding(pair) or _moved_on(pair):
        return None
    return _contradict(pair, 3, Reason.PART_EXCEEDS)


def _contradict(pair: Pair, rule: int, case: Reason) -> Proposal:
    """A conflict, unless the two are said of two moments."""
    if pair.expected is not None:
        return _make(pair, ClaimRelation.SCOPE, 4, Reason.EXPECTED)
    if _of_two_moments(pair):
        return _make(pair, ClaimRelation.SCOPE, 4, Reason.OTHER_MOMENT)
    return _make(pair, ClaimRelation.CONFLICT, rule, case)


def _of_two_moments(pair: Pair) -> bool:
    """Whether both say when their figure held, and not at one time, of what may rise and fall."""
    if pair.aspect.type != "number" or pair.aspect.grows:
        return False
    earlier, later = (pair.context.held(claim).as_of for claim in pair.claims)
    if earlier is None or later is None or not comes_after(later, earlier):
        return False
    unit = SECONDS.get(pair.first.unit)
    if unit is None:
        return True
    first, second = pair.figures
    return first.grows_into(second, by=stretch(earlier, later) / unit)


def _moved_on(pair: Pair) -> bool:
    """Whether the part was counted later than the whole, in a count that had changed by then."""
    if not pair.ordered or pair.second is not pair.part:
        return False
    return _was_rising(pair) or pair.context.speakers.same_voice(*pair.claims)


def _other_scope(pair: Pair) -> Proposal | None:
    if pair.fit is Fit.SAME:
        return None
    case = Reason.OTHER_UNIT if pair.fit is Fit.OTHER_UNIT else Reason.OTHER_SCOPE
    if not pair.same_event:
        case = Reason.PART_OF_EVENT
    elif pair.fit is Fit.PART:
        case = Reason.PART_OF_SCOPE
    return _make(pair, ClaimRelation.SCOPE, 4, case)


def _overlap(pair: Pair) -> Proposal | None:
    if not (pair.measured and pair.affirmed and _meets(pair)):
        return None
    return _make(pair, ClaimRelation.AGREE, 5, Reason.OVERLAP)


def _meets(pair: Pair) -> bool:
    """Whether some number or time is allowed by both."""
    return any(one.overlaps(other) for one, other in pair.combinations())


def _rounding(pair: Pair) -> Proposal | None:
    if not (pair.measured and pair.affirmed and _is_rounding(pair)):
        return None
    case = Reason.MEET if pair.aspect.type == "number" and _part_at_one(pair) else Reason.VAGUE
    return _make(pair, ClaimRelation.ROUNDING, 6, case)


def _is_rounding(pair: Pair) -> bool:
    if pair.aspect.type == "time":
        first, second = (time_leeway(c.value or "") for c in pair.claims)
        return max(first, second) > 0 and any(
            one.stretched(first).overlaps(other.stretched(second))
            for one, other in pair.combinations()
        )
    vague = (bool(pair.first.vague), bool(pair.second.vague))
    return _part_at_one(pair) or nearly_overlap(*pair.figures, vague)


def _part_at_one(pair: Pair) -> bool:
    """Whether two figures part at one number that both name; a vague word alone names none."""
    return all(pair.names_number(claim) for claim in pair.claims) and meet(*pair.figures)


def _else(pair: Pair) -> Proposal | None:
    if pair.first.polarity != pair.second.polarity:
        return _denied(pair)
    if pair.first.polarity == "deny":
        return None
    if pair.measured:
        return _contradict(pair, 7, Reason.APART) if pair.combinations() else None
    words = (pair.first.value or "", pair.second.value or "")
    if pair.context.choices(pair.aspect.id).related(*words):
        return _make(pair, ClaimRelation.AGREE, 7, Reason.NARROWER)
    return _contradict(pair, 7, Reason.EXCLUDE) if pair.aspect.excludes else None


def _denied(pair: Pair) -> Proposal | None:
    """What one claim affirms beside what the other denies."""
    affirmed, denied = pair.affirmed_and_denied
    if _is_denied(pair, affirmed, denied):
        return _contradict(pair, 7, Reason.OPPOSITE)
    if pair.measured and pair.combinations() and not _meets(pair):
        return _make(pair, ClaimRelation.AGREE, 7, Reason.LEAVES_NO_ROOM)
    return _make(pair, None, 7, Reason.DENIES_ELSE)


def _is_denied(pair: Pair, affirmed: Claim, denied: Claim) -> bool:
    """Whether all that one claim allows is denied by the other."""
    if pair.measured:
        inner, outer = pair.ranges(affirmed), pair.ranges(denied)
        return bool(inner) and all(any(i.lies_within(o) for o in outer) for i in inner)
    word, wider = affirmed.value or "", denied.value or ""
    choices = pair.context.choices(pair.aspect.id)
    return _folded(word) == _folded(wider) or choices.lies_within(word, wider)


_RULES: Final[tuple[Callable[[Pair], Proposal | None], ...]] = (
    _equal,
    _later,
    _part_exceeds,
    _other_scope,
    _overlap,
    _rounding,
    _else,
)

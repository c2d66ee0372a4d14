"""The times that sources themselves give for events."""

import pytest

from db.comparing.own_times import own_times
from db.corpus.aspects import AspectFields
from db.corpus.claim_fields import ClaimFields
from tests.builders import harbour, held, span


@pytest.fixture
def quay(tmp_path):
    with harbour(tmp_path / "quay.triptych") as corpus:
        moment, _ = corpus.aspects.add(AspectFields("Moment", "time", scopes=(("end", ""),)))
        event = corpus.events.all()[0].id

        def claim(key, words, value, **fields):
            made = ClaimFields(event, moment, value=value, **fields)
            edition = held(corpus, key)
            corpus.claims.add(made, edition, *span(corpus, edition, words))

        claim("herald/original", "at noon", "2011-12-16T12:00:00")
        claim("herald/original", "A crane fell", "2011-12-16")
        claim("tower/digest", "A fall", "2011-12-17", polarity="deny")
        claim("tower/digest", "two hurt", "2011-12-18", scope="end")
        claim("tower/digest", "Smoke", "2011-12-19", status="suggested")
        yield corpus


def test_each_different_time_a_source_affirms_of_the_event_itself(quay):
    herald = next(s.id for s in quay.sources.all() if s.key == "herald")
    event = quay.events.all()[0].id
    found = own_times(quay)
    assert list(found) == [(herald, event)]
    assert [t.edtf for t in found[herald, event]] == ["2011-12-16T12:00:00", "2011-12-16"]
    exact, day = found[herald, event]
    assert exact.latest - exact.earliest == 59
    assert day.latest - day.earliest == 86_399

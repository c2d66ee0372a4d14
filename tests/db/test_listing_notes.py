"""Listed notes name what they are on by keys and addresses, never by row numbers."""

from db.corpus import Corpus
from db.listing import Listing
from tests import builders
from tests.db.corpus.made import Made, make_corpus


def test_a_note_is_listed_with_what_it_is_on(tmp_path):
    with make_corpus(tmp_path / "made.triptych") as corpus:
        made = Made(corpus)
        claim_id, _ = made.claim("daily", "11 dead", min=11)
        corpus.notes.add("corpus", 1, "all of it")
        corpus.notes.add("event", made.events["flood"], "which river")
        corpus.notes.add("claim", claim_id, "which mayor")
        corpus.notes.add("edition", made.editions["weekly"], "a reprint")
        corpus.notes.add_on_words(*made.place("daily", "The dam held"), "did it")
        listed = {row["text"]: row["on"] for row in Listing(corpus).rows("notes")}
    assert listed == {
        "all of it": "corpus",
        "which river": "event/flood",
        "which mayor": "claim/A001",
        "a reprint": "edition/weekly/original",
        "did it": "words/A.2",
    }


def test_a_claim_whose_place_is_lost_is_listed_all_the_same(tmp_path):
    with make_corpus(tmp_path / "made.triptych") as corpus:
        Made(corpus).claim("daily", "11 dead", min=11)
        corpus.connection.execute("DELETE FROM placement")
        (row,) = Listing(corpus).rows("claims")
    assert (row["id"], row["source"], row["min"]) == ("A001", "daily", 11)
    nowhere = ("edition", "address", "start", "end", "reported")
    assert [row[field] for field in nowhere] == [None] * 5


def test_bounds_of_every_year_are_written_as_dates(tmp_path):
    with Corpus.create(tmp_path / "old.triptych", zone="UTC") as corpus:
        for title, when in (("Marathon", "-0489-09"), ("Ice", "Y-17000"), ("Far", "Y12000")):
            builders.add_event(corpus, title, when)
        bounds = [(e["earliest"], e["latest"]) for e in Listing(corpus).rows("events")]
    assert bounds == [
        ("-17000-01-01T00:00:00Z", "-17000-12-31T23:59:59Z"),
        ("-0489-09-01T00:00:00Z", "-0489-09-30T23:59:59Z"),
        ("+12000-01-01T00:00:00Z", "+12000-12-31T23:59:59Z"),
    ]

"""References as the manual asks for them, for sources of every kind."""

from __future__ import annotations

import pytest

from db.citing import Style, cite, cite_passage, references
from db.citing.locators import locators, with_locators
from db.citing.people import Person, person
from db.records import Report, Time
from tests.db.citing.made import source

NOTE = Style.NOTE


def report(author: str = "", reported: str = "") -> Report:
    return Report(1, 1, 1, "As the reader calls it", author, Time(reported))


def test_a_newspaper_article() -> None:
    made = source()
    assert cite(made) == (
        "Berg, Anna. 2011. “A crane falls.” The Harbour Herald, December 17, 2011."
    )
    assert cite(made, NOTE) == (
        "Anna Berg, “A crane falls,” The Harbour Herald, December 17, 2011."
    )


def test_a_page_that_was_retrieved() -> None:
    made = source(
        retrieved="2012-01-05", citation="See https://a.example/crane?x=1.", place="Aktau"
    )
    assert cite(made) == (
        "Berg, Anna. 2011. “A crane falls.” The Harbour Herald (Aktau), December 17, 2011. "
        "Accessed January 5, 2012. https://a.example/crane?x=1."
    )
    assert cite(made, NOTE).endswith(
        "December 17, 2011, accessed January 5, 2012, https://a.example/crane?x=1."
    )


def test_who_is_not_named() -> None:
    unsigned = source(creators=())
    assert cite(unsigned) == ("The Harbour Herald. 2011. “A crane falls.” December 17, 2011.")
    assert cite(unsigned, NOTE) == "“A crane falls,” The Harbour Herald, December 17, 2011."
    bare = source(creators=(), publisher="", title="")
    assert cite(bare) == "“Herald.” 2011. December 17, 2011."
    assert cite(source(creators=("The Harbour Herald",))) == cite(unsigned)


def test_several_people() -> None:
    two = source(creators=("Anna Berg", "Jan de Vries"))
    assert cite(two).startswith("Berg, Anna, and Jan de Vries. 2011.")
    assert cite(two, NOTE).startswith("Anna Berg and Jan de Vries, “")
    assert cite_passage(two, None, "B.1", Style.AUTHOR_DATE) == "Berg and de Vries 2011, B.1"
    four = source(creators=("Anna Berg", "Jan de Vries", "Harbour Union", "О. Ким"))
    assert cite(four).startswith("Berg, Anna, Jan de Vries, Harbour Union, and О. Ким. 2011.")
    assert cite(four, NOTE).startswith("Anna Berg et al., “")
    assert cite_passage(four, None, "B.1", Style.AUTHOR_DATE) == "Berg et al. 2011, B.1"
    assert ", et al. 2011" in cite(source(creators=("Anna Berg",) * 11))


@pytest.mark.parametrize(
    ("edtf", "year", "date"),
    [
        ("2011", "2011.", ""),
        ("2011~", "[ca. 2011].", ""),
        ("2011?", "[2011?].", ""),
        ("201X", "2010s.", ""),
        ("2011-12", "2011.", "December 2011."),
        ("2011-12-XX", "2011.", "December 2011."),
        ("2011-12-17T23:59:00Z", "2011.", "December 17, 2011."),
        ("2011-12-17~", "[ca. 2011].", "[ca. December 17, 2011]."),
        ("2011-12-16/2011-12-18", "2011.", "December 16–18, 2011."),
        ("2011-12-30/2012-01-02", "2011–2012.", "December 30, 2011 – January 2, 2012."),
        ("2011-12-18/..", "[2011 or later].", "[December 18, 2011 or later]."),
        ("../2011-12-18", "[2011 or earlier].", "[December 18, 2011 or earlier]."),
        ("[2011-12-16, 2011-12-17]", "2011.", "[December 16, 2011 or December 17, 2011]."),
        ("2011-21", "2011.", "spring 2011."),
        ("", "n.d.", ""),
        ("not a date", "n.d.", ""),
    ],
)
def test_dates_are_as_exact_as_they_are_known(edtf: str, year: str, date: str) -> None:
    made = source(creators=(), publisher="", published=edtf)
    assert cite(made) == f"“A crane falls.” {year} {date}".rstrip()


def test_without_a_date() -> None:
    undated = source(published="")
    assert cite_passage(undated, None, "B.2", Style.AUTHOR_DATE) == "Berg, n.d., B.2"
    assert cite_passage(undated, None, "B.2") == "Herald, date unknown, B.2"
    assert cite(undated, NOTE) == "Anna Berg, “A crane falls,” The Harbour Herald, n.d."
    seen = source(published="", retrieved="2012-01-05")
    assert cite(seen, NOTE).endswith("The Harbour Herald, accessed January 5, 2012.")


def test_quotation_marks_and_final_marks() -> None:
    odd = source(title='What is "falling"? “Cranes!”')
    assert "“What is ‘falling’? ‘Cranes!’.” The" in cite(odd)
    assert "“Who fell?” The" in cite(source(title="Who fell?"))
    assert "“Who fell?,” The" in cite(source(title="Who fell?"), NOTE)
    assert "“The end.” The" in cite(source(title="The end."))
    german = source(title="„Kran“ und «Kran»")
    assert "“‘Kran’ und ‘Kran’.”" in cite(german)


def test_other_languages() -> None:
    russian = source(
        title="Упал «кран»", language="ru", creators=("Анна Берг", "редакция сайта"),
        publisher="Вести порта",
    )  # fmt: skip
    assert cite(russian) == (
        "Берг, Анна, and редакция сайта. 2011. “Упал ‘кран’” (in Russian). "
        "Вести порта, December 17, 2011."
    )
    assert cite(russian, NOTE, "ru") == (
        "Анна Берг и редакция сайта, «Упал „кран“», Вести порта, 17 декабря 2011 г."
    )
    assert cite(russian, Style.AUTHOR_DATE, "kk") == (
        "Берг, Анна және редакция сайта. 2011. «Упал „кран“» (орыс тілінде). "
        "Вести порта, 2011 ж. 17 желтоқсан."
    )
    assert cite_passage(russian, None, "B.1", Style.SHORT, "ru") == "Herald, 17 дек. 2011, B.1"
    assert "(in " not in cite(source(language="en-GB"))
    assert "(in " not in cite(source(language="xx"))


def test_words_of_a_report_go_by_its_author_and_time() -> None:
    own = report("Jan de Vries", "2011-12-16T13:50:00")
    assert cite_passage(source(), own, "B.14") == "Herald, 16 Dec 2011, B.14"
    assert cite_passage(source(), own, "B.14", Style.AUTHOR_DATE) == "de Vries 2011, B.14"
    assert cite_passage(source(), own, "B.14", NOTE, edition="digest") == (
        "Jan de Vries, in “A crane falls,” The Harbour Herald, December 16, 2011, 13:50, "
        "B.14, digest."
    )
    assert cite_passage(source(), report(), "B.14") == "Herald, 17 Dec 2011, B.14"


def test_equal_years_are_told_apart() -> None:
    listed = [
        source(id=1, title="Second", published="2011-12-18"),
        source(id=2, title="First"),
        source(id=3, creators=("Zoe Ash",)),
        source(id=4, creators=("Øyvind Abel",), published=""),
    ]
    found = [text[:18] for _, text in references(listed)]
    assert found == ["Abel, Øyvind. n.d.", "Ash, Zoe. 2011. “A", "Berg, Anna. 2011a.",
                     "Berg, Anna. 2011b."]  # fmt: skip
    assert [s.id for s, _ in references(listed, NOTE)] == [1, 2, 3, 4]


@pytest.mark.parametrize(
    ("creator", "expected"),
    [
        ("Anna Berg", Person("Berg", "Anna")),
        ("Berg, Anna", Person("Berg", "Anna")),
        ("Ludwig van der Berg", Person("van der Berg", "Ludwig")),
        ("Берг А. И.", Person("Берг", "А. И.")),
        ("Ким Ольга Ивановна", Person("Ким", "Ольга Ивановна")),
        ("Ольга Ивановна Ким", Person("Ким", "Ольга Ивановна")),
        ("J. R. Berg", Person("Berg", "J. R.")),
        ("Harbour Union", None),
        ("Socialist Resistance of Kazakhstan", None),
        ("CWI reporters in Russia and Kazakhstan", None),
        ("RIA Novosti", None),
        ("Редакция газеты", None),
        ("Berg", None),
        ("our own correspondent", None),
        ("", None),
    ],
)
def test_people_and_bodies(creator: str, expected: Person | None) -> None:
    assert person(creator) == expected


def test_addresses_in_a_citation() -> None:
    assert locators("In: X (https://a.example/b_(c)), doi:10.1234/ab.c.") == (
        "https://a.example/b_(c)", "10.1234/ab.c",
    )  # fmt: skip
    odd = with_locators("Herald", "https://a.example/x.", "10.1234/y")
    assert locators(odd) == ("https://a.example/x.", "10.1234/y")
    assert with_locators(odd, *locators(odd)) == odd

"""What is taken out of the corpus while a table of it is out of sight, or before it is refilled."""

from typing import cast

import pytest

from db.corpus.aspects import AspectFields
from db.corpus.claim_fields import ClaimFields
from desktop.comparing.centre import Page
from desktop.comparing.matrix_page import MatrixPage
from desktop.comparing.naming_page import NamingPage
from tests.builders import held, span
from tests.stories.reader import Reader

Table = MatrixPage | NamingPage


def told(page: Table) -> list[str]:
    """All that a table says and shows of its rows."""
    model = page.model
    page.view.grab()
    heads = [f"{model.label(at)[0]} {model.row_tip(at)}" for at in range(model.rowCount())]
    cells = [str(model.data(model.index(at, 0))) for at in range(model.rowCount())]
    return [*heads, *cells]


@pytest.mark.parametrize("page", [Page.MATRIX, Page.NAMES])
@pytest.mark.parametrize("is_seen", [True, False])
def test_an_event_that_is_deleted_is_told_of_no_more(
    reader: Reader, page: Page, is_seen: bool
) -> None:
    reader.does(f"view_{page}")
    table = cast(Table, reader.desk.centre.view(page))
    assert any("The crane falls" in table.model.head(at) + table.model.label(at)[0]
               for at in range(table.model.rowCount()))  # fmt: skip
    if not is_seen:
        reader.does("view_read")
    session, event = reader.desk.session, reader.desk.session.selection.event_id
    session.perform(lambda corpus: (None, corpus.events.delete(event)))
    reader.does("theme_dark")
    told(table)
    assert event not in {table.model.group(at) for at in range(table.model.rowCount())}
    reader.does(f"view_{page}")
    told(table)
    session.undo()
    reader.wait()
    told(table)


def test_an_aspect_that_is_undone_is_told_of_no_more(reader: Reader) -> None:
    session = reader.desk.session
    made = session.perform(lambda corpus: corpus.aspects.add(AspectFields("Weather", "text")))
    edition, event = held(session.corpus, "herald/original"), session.selection.event_id
    claim = ClaimFields(event or 0, made or 0, value="hail")
    at = span(session.corpus, edition, "Arson")
    session.perform(lambda corpus: corpus.claims.add(claim, edition, *at))
    reader.does("view_matrix")
    table = cast(MatrixPage, reader.desk.centre.view(Page.MATRIX))
    assert any("Weather" in words for words in told(table))
    reader.does("view_read")
    session.undo()
    session.undo()
    reader.does("theme_dark")
    assert not any("Weather" in words for words in told(table))

"""The rows of the event list when its width changes."""

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.events.event_model import EventModel
from desktop.events.event_rows import EventRow
from desktop.events.event_view import EventView
from desktop.theme import theme


def test_the_current_event_stays_in_sight_when_titles_take_more_lines(qapp: QApplication) -> None:
    view, model = EventView(theme("light")), EventModel()
    model.set_rows(
        [EventRow(n, f"Event {n}: the crane falls on the quay") for n in range(1, 90)], ""
    )
    view.setModel(model)
    view.resize(420, 300)
    view.show()
    view.setCurrentIndex(model.index(60))
    view.bring_into_sight(view.currentIndex())
    top = view.visualRect(view.currentIndex()).top()
    view.resize(190, 300)
    QTest.qWait(150)
    assert view.visualRect(view.currentIndex()).height() > 30
    assert view.visualRect(view.currentIndex()).top() == top
    view.close()
    view.deleteLater()

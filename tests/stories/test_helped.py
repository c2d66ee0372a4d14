"""F1 leads somewhere fitting wherever the keyboard is."""

from desktop.application import Application
from desktop.help.help_window import topic_for
from tests.stories.reader import Reader


def test_the_first_page_has_a_topic(application: Application) -> None:
    window = application.new_window()
    window.show()
    window.later.finish()
    assert topic_for(window.empty.focusWidget() or window.empty) == "corpus-file"
    window.close()


def test_toolbar_and_messages_have_topics(reader: Reader) -> None:
    bar = reader.window.frame.toolbar
    lenses = bar.widgetForAction(reader.window.frame._lenses)
    assert topic_for(lenses) == "lenses"
    assert topic_for(reader.window.frame.toolbar_button("back")) == "reading"
    reader.window.inform("Something was done.")
    assert topic_for(reader.window.banner._close) == "reading"

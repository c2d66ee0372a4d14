"""Help that is asked for in a dialog, which locks every window but its own."""

from PySide6.QtCore import QCoreApplication, QEvent
from shiboken6 import isValid

from desktop.application import Application
from desktop.dialogs.text_dialog import TextDialog
from desktop.help.help_window import HelpWindow
from tests.stories.conftest import application, own_folders

__all__ = ["application", "own_folders"]


def test_help_over_a_dialog_belongs_to_it_and_goes_with_it(application: Application) -> None:
    window = application.new_window()
    dialog = TextDialog(window, "Licence", "words")
    window.open_help("times", dialog)
    window.open_help("sheets", dialog)
    [page] = dialog.findChildren(HelpWindow)
    assert page.isVisible()
    assert page.topic == "sheets"
    dialog.reject()
    QCoreApplication.sendPostedEvents(dialog, QEvent.Type.DeferredDelete.value)
    assert not isValid(page)

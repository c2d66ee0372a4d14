"""What a window tells the reader, in a banner above everything."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from desktop.main_window import MainWindow
    from desktop.theme import Theme
    from desktop.widgets.banner import Banner

STAYS = 12_000


class Messages(QObject):
    """Says a sentence at a time; the banner is made when there is something to say."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._time = QTimer(self)
        self._time.setSingleShot(True)
        self._time.setInterval(STAYS)
        self._time.timeout.connect(self.forget)

    @cached_property
    def banner(self) -> Banner:
        """Where the reader is told what went wrong."""
        from desktop.widgets.banner import Banner

        made = Banner(self._window.theme, self._window)
        self._window.box.insertWidget(0, made)
        return made

    def warn(self, sentence: str) -> None:
        """Tell the reader that something went wrong."""
        from desktop.widgets.banner import BannerKind

        self.banner.say(sentence, BannerKind.WARNING)

    def inform(self, sentence: str) -> None:
        """Tell the reader something."""
        from desktop.widgets.banner import BannerKind

        self.banner.say(sentence, BannerKind.INFO)
        self._time.start()

    def forget(self) -> None:
        """Take away what was said about the step before; a warning stays until it is read."""
        if "banner" not in self.__dict__:
            return
        from desktop.widgets.banner import BannerKind

        if self.banner.isVisible() and self.banner.kind is BannerKind.INFO:
            self.banner.hide()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours and fonts."""
        if "banner" in self.__dict__:
            self.banner.set_theme(theme)

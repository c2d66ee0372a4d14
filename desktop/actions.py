"""Every action of the window, declared once; menus, toolbar, palette and help are lists of ids."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from desktop.icons import icon
from desktop.theme import Theme


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One thing the reader can do: its words, keys and icon."""

    id: str
    text: str
    keys: tuple[str, ...] = ()
    icon: str = ""
    checkable: bool = False


def _spec(id: str, text: str, *keys: str, icon: str = "", checkable: bool = False) -> ActionSpec:
    return ActionSpec(id, text, keys, icon, checkable)


def _T(context: str, text: str) -> str:  # noqa: N802 - read by lupdate as QT_TRANSLATE_NOOP is
    return str(QT_TRANSLATE_NOOP(context, text))


SPECS: tuple[ActionSpec, ...] = (
    _spec("new", _T("actions", "&New corpus…"), "Ctrl+N", icon="file-plus"),
    _spec("open", _T("actions", "&Open…"), "Ctrl+O", icon="folder-open"),
    _spec("reopen", _T("actions", "Open a&gain"), "F5"),
    _spec("open_case", _T("actions", "Open the &Zhanaozen case…")),
    _spec("save_copy", _T("actions", "&Save a copy…"), "Ctrl+Shift+S"),
    _spec("share", _T("actions", "Save a copy for s&haring…")),
    _spec("print", _T("actions", "&Print…"), "Ctrl+P", icon="printer"),
    _spec("verify", _T("actions", "&Verify the texts")),
    _spec("close", _T("actions", "&Close"), "Ctrl+W"),
    _spec("quit", _T("actions", "&Quit"), "Ctrl+Q"),
    _spec("undo", _T("actions", "&Undo"), "Ctrl+Z", icon="undo-2"),
    _spec("redo", _T("actions", "&Redo"), "Ctrl+Shift+Z", "Ctrl+Y", icon="redo-2"),
    _spec("copy", _T("actions", "&Copy"), "Ctrl+C", icon="copy"),
    _spec("copy_reference", _T("actions", "Copy &with reference"), "Ctrl+Shift+C"),
    _spec("select_all", _T("actions", "Select &all"), "Ctrl+A"),
    _spec("find", _T("actions", "&Search the corpus"), "Ctrl+F", icon="search"),
    _spec("find_here", _T("actions", "&Find in this column"), "Ctrl+Shift+F"),
    _spec("find_next", _T("actions", "Find &next"), "F3"),
    _spec("find_previous", _T("actions", "Find &previous"), "Shift+F3"),
    _spec("only_event", _T("actions", "&Only this event"), "F6", icon="filter", checkable=True),
    _spec("solo", _T("actions", "Solo this col&umn"), "F9", icon="maximize-2", checkable=True),
    _spec("ribbons", _T("actions", "&Ribbons between columns"), "Ctrl+R", icon="spline",
          checkable=True),
    _spec("stacked", _T("actions", "Columns stac&ked"), "Ctrl+T", icon="rows-3", checkable=True),
    _spec("interleave", _T("actions", "Original with &digest"), "Ctrl+D", icon="layers",
          checkable=True),
    _spec("caret", _T("actions", "Text &caret"), "F7", checkable=True),
    _spec("zoom_in", _T("actions", "&Larger text"), "Ctrl++", "Ctrl+=", icon="zoom-in"),
    _spec("zoom_out", _T("actions", "S&maller text"), "Ctrl+-", icon="zoom-out"),
    _spec("zoom_reset", _T("actions", "Te&xt as designed"), "Ctrl+0"),
    _spec("show_events", _T("actions", "&Events"), "Ctrl+1", icon="panel-left", checkable=True),
    _spec("show_event", _T("actions", "This e&vent"), "Ctrl+2", icon="panel-right",
          checkable=True),
    _spec("show_timeline", _T("actions", "T&imeline"), "Ctrl+3", icon="clock", checkable=True),
    _spec("full_screen", _T("actions", "&Full screen"), "F11", checkable=True),
    _spec("view_read", _T("actions", "&Read"), checkable=True),
    _spec("view_matrix", _T("actions", "&Matrix"), "Ctrl+M", checkable=True),
    _spec("view_figures", _T("actions", "&Figures"), "Ctrl+G", checkable=True),
    _spec("view_names", _T("actions", "Na&mes"), "Ctrl+Shift+N", checkable=True),
    _spec("next_conflict", _T("actions", "&Next disagreement"), "F8", icon="zap"),
    _spec("previous_conflict", _T("actions", "&Previous disagreement"), "Shift+F8"),
    _spec("judge", _T("actions", "&Judge how claims relate…"), "J"),
    _spec("crossings", _T("actions", "Crossin&g lines"), "Ctrl+Shift+L", checkable=True),
    _spec("palette", _T("actions", "&All commands…"), "Ctrl+Shift+P", icon="command"),
    _spec("theme_system", _T("actions", "As the &system"), checkable=True),
    _spec("theme_light", _T("actions", "&Light"), checkable=True),
    _spec("theme_dark", _T("actions", "&Dark"), checkable=True),
    _spec("theme_contrast", _T("actions", "&High contrast"), checkable=True),
    _spec("next_event", _T("actions", "&Next event"), "Alt+Down", "Ctrl+Alt+Down"),
    _spec("previous_event", _T("actions", "&Previous event"), "Alt+Up", "Ctrl+Alt+Up"),
    _spec("next_passage", _T("actions", "Next passage of this e&vent"), "."),
    _spec("previous_passage", _T("actions", "Previous passage of this ev&ent"), ","),
    _spec("realign", _T("actions", "Brin&g columns to this event"), "Alt+Home"),
    _spec("back", _T("actions", "&Back"), "Alt+Left", icon="arrow-left"),
    _spec("forward", _T("actions", "&Forward"), "Alt+Right", icon="arrow-right"),
    _spec("play", _T("actions", "P&lay through the events"), "Ctrl+Space", icon="play",
          checkable=True),
    _spec("known_all", _T("actions", "Count everything p&ublished"), "Ctrl+K"),
    _spec("new_event", _T("actions", "Ne&w event…"), "Ctrl+E", icon="plus"),
    _spec("edit_event", _T("actions", "E&dit this event…"), "F2", icon="pencil"),
    _spec("delete_event", _T("actions", "Dele&te this event"), "Ctrl+Delete", icon="trash-2"),
    _spec("mention", _T("actions", "&Mark selection as event…"), "E", icon="highlighter"),
    _spec("edit_mentions", _T("actions", "Mentions in this pa&ssage…"), "M"),
    _spec("silent", _T("actions", "Review a silen&ce…"), "R"),
    _spec("add_column", _T("actions", "&Add column"), "Ctrl+Shift+A", icon="plus"),
    _spec("remove_column", _T("actions", "&Remove column"), "Ctrl+Shift+W", icon="x"),
    _spec("move_left", _T("actions", "Move column &left"), "Ctrl+Alt+Left"),
    _spec("move_right", _T("actions", "Move column righ&t"), "Ctrl+Alt+Right"),
    _spec("next_column", _T("actions", "&Next column"), "Ctrl+Tab"),
    _spec("pin", _T("actions", "&Pin column"), "Ctrl+Shift+K", icon="pin", checkable=True),
    _spec("unlink", _T("actions", "&Unlink column"), "Ctrl+Shift+U", icon="unlink",
          checkable=True),
    _spec("add_original", _T("actions", "Add the &original…"), "Ctrl+Shift+O"),
    _spec("remove_original", _T("actions", "Remo&ve the original")),
    _spec("about_source", _T("actions", "About this &source"), "Ctrl+I", icon="book-open"),
    _spec("cite_copy", _T("actions", "&Copy reference"), "Ctrl+Alt+R"),
    _spec("cite_import", _T("actions", "&Import references…")),
    _spec("cite_export", _T("actions", "&Export references…")),
    _spec("cite_short", _T("actions", "&Short"), checkable=True),
    _spec("cite_author_date", _T("actions", "&Author and date"), checkable=True),
    _spec("cite_note", _T("actions", "&Note"), checkable=True),
    _spec("cite_english", _T("actions", "In En&glish"), checkable=True),
    _spec("cite_russian", _T("actions", "In &Russian"), checkable=True),
    _spec("cite_kazakh", _T("actions", "In &Kazakh"), checkable=True),
    _spec("claim", _T("actions", "&Claim on these words…"), "C"),
    _spec("claims", _T("actions", "Claims in this &passage…"), "Shift+C"),
    _spec("all_claims", _T("actions", "&All claims…"), "Ctrl+Alt+C"),
    _spec("suggestions", _T("actions", "&List of suggestions…"), "Ctrl+Alt+S"),
    _spec("accept_suggestion", _T("actions", "&Accept the suggestion"), "A"),
    _spec("reject_suggestion", _T("actions", "&Reject the suggestion"), "Shift+A"),
    _spec("suggest", _T("actions", "&Suggest claims on figures")),
    _spec("next_suggestion", _T("actions", "&Next suggestion"), "Ctrl+Alt+Space"),
    _spec("voices", _T("actions", "&Voices…"), "Ctrl+Alt+V"),
    _spec("aspects", _T("actions", "Aspec&ts…"), "Ctrl+Alt+A"),
    _spec("link", _T("actions", "&Link these words…"), "L", icon="link"),
    _spec("links", _T("actions", "Li&nks of this passage…"), "Shift+L"),
    _spec("note", _T("actions", "N&ote…"), "N", icon="sticky-note"),
    _spec("notes", _T("actions", "No&tes…"), "Ctrl+Alt+N"),
    _spec("name", _T("actions", "These words are a na&me…"), "Shift+N", icon="tag"),
    _spec("names", _T("actions", "N&ames…")),
    _spec("end_further", _T("actions", "&End a word further"), "Alt+Shift+Right"),
    _spec("end_back", _T("actions", "E&nd a word back"), "Alt+Shift+Left"),
    _spec("start_back", _T("actions", "&Beginning a word back"), "Alt+Shift+Up"),
    _spec("start_further", _T("actions", "Be&ginning a word further"), "Alt+Shift+Down"),
    _spec("lens_names", _T("actions", "&Names"), "Alt+1", checkable=True),
    _spec("lens_numbers", _T("actions", "N&umbers"), "Alt+2", checkable=True),
    _spec("lens_hedges", _T("actions", "&Hedges"), "Alt+3", checkable=True),
    _spec("lens_attributions", _T("actions", "&Attributions"), "Alt+4", checkable=True),
    _spec("lens_passives", _T("actions", "&Passive and agentless verbs"), "Alt+5",
          checkable=True),
    _spec("lenses_off", _T("actions", "All lenses &off"), "Alt+0"),
    _spec("word_lists", _T("actions", "&Word lists…")),
    _spec("export", _T("actions", "Design and &export…"), "Ctrl+Shift+E", icon="download"),
    _spec("check_sheet", _T("actions", "&Check a sheet…"), "Ctrl+Alt+E"),
    _spec("read_notes", _T("actions", "&Read notes of a take-home…")),
    _spec("help", _T("actions", "&Help on this"), "F1", icon="circle-help"),
    _spec("help_contents", _T("actions", "Help &contents")),
    _spec("help_keys", _T("actions", "&Keys")),
    _spec("about", _T("actions", "&About Triptych")),
)  # fmt: skip

MENUS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("file", _T("actions", "&File"), (
        "new", "open", "recent>", "reopen", "open_case", "-", "save_copy", "share", "verify", "-",
        "print", "-", "close", "quit",
    )),
    ("edit", _T("actions", "&Edit"), (
        "undo", "redo", "-", "copy", "copy_reference", "select_all", "-", "find", "find_here",
        "find_next", "find_previous",
    )),
    ("view", _T("actions", "&View"), (
        "palette", "-", "only_event", "solo", "stacked", "interleave", "ribbons", "caret", "-",
        "lenses>", "-", "zoom_in", "zoom_out", "zoom_reset", "-", "show_events", "show_event",
        "show_timeline", "full_screen", "-", "theme>",
    )),
    ("event", _T("actions", "E&vent"), (
        "next_event", "previous_event", "next_passage", "previous_passage", "realign", "-",
        "back", "forward", "play", "known_all", "-", "new_event", "edit_event", "delete_event",
        "-", "mention", "edit_mentions", "silent",
    )),
    ("source", _T("actions", "&Source"), (
        "add_original", "remove_original", "about_source", "citations>", "-", "add_column>",
        "remove_column", "move_left", "move_right", "next_column", "-", "pin", "unlink",
    )),
    ("claim", _T("actions", "&Claim"), (
        "claim", "claims", "all_claims", "suggested>", "voices", "aspects", "-", "link", "links",
        "-", "note", "notes", "-", "name", "names", "-",
        "ends>", "-", "view_read", "view_matrix", "view_figures", "view_names", "-",
        "next_conflict", "previous_conflict", "judge", "-", "crossings",
    )),
    ("sheet", _T("actions", "S&heet"), (
        "export", "print", "-", "check_sheet", "read_notes",
    )),
    ("help", _T("actions", "&Help"), ("help", "help_contents", "help_keys", "-", "about")),
)  # fmt: skip

SUBMENUS: dict[str, tuple[str, tuple[str, ...]]] = {
    "recent": (_T("actions", "Open &recent"), ()),
    "theme": (
        _T("actions", "&Theme"),
        ("theme_system", "theme_light", "theme_dark", "theme_contrast"),
    ),
    "add_column": (_T("actions", "&Add column"), ()),
    "suggested": (
        _T("actions", "S&uggestions"),
        (
            "accept_suggestion",
            "reject_suggestion",
            "next_suggestion",
            "-",
            "suggestions",
            "suggest",
        ),
    ),
    "citations": (
        _T("actions", "&Citations"),
        (
            "cite_copy",
            "cite_import",
            "cite_export",
            "-",
            "cite_short",
            "cite_author_date",
            "cite_note",
            "-",
            "cite_english",
            "cite_russian",
            "cite_kazakh",
        ),
    ),
    "ends": (
        _T("actions", "&Words it rests on"),
        ("end_further", "end_back", "start_back", "start_further"),
    ),
    "lenses": (
        _T("actions", "&Lenses"),
        (
            "lens_names",
            "lens_numbers",
            "lens_hedges",
            "lens_attributions",
            "lens_passives",
            "-",
            "lenses_off",
            "word_lists",
        ),
    ),
}

Handlers = Mapping[str, Callable[[], None] | Callable[[bool], None]]


def words(text: str) -> str:
    """A declared text in the reader's language."""
    return QCoreApplication.translate("actions", text)


class Actions:
    """The actions of one window."""

    def __init__(self, window: QWidget) -> None:
        self._window = window
        self._actions: dict[str, QAction] = {}
        self.submenus: dict[str, QMenu] = {}
        for spec in SPECS:
            self._actions[spec.id] = self._make(spec)

    def __getitem__(self, action_id: str) -> QAction:
        return self._actions[action_id]

    def connect(self, handlers: Handlers) -> None:
        """Connect every action to what it does; a missing handler is a KeyError at start."""
        for action_id, action in self._actions.items():
            signal = action.toggled if action.isCheckable() else action.triggered
            if action_id.startswith("theme_"):
                signal = action.triggered
            signal.connect(handlers[action_id])

    def set_theme(self, theme: Theme, ids: Collection[str] | None = None) -> None:
        """Tint the icons for a theme: all, or those of some actions that are seen first."""
        for spec in SPECS:
            if spec.icon and (ids is None or spec.id in ids):
                self._actions[spec.id].setIcon(icon(spec.icon, theme))

    def fill(self, bar: QMenuBar) -> None:
        """Build every menu."""
        for menu_id, title, ids in MENUS:
            menu = bar.addMenu(words(title))
            menu.setObjectName(f"menu_{menu_id}")
            self._fill_menu(menu, ids)

    def _fill_menu(self, menu: QMenu, ids: tuple[str, ...]) -> None:
        for action_id in ids:
            if action_id == "-":
                menu.addSeparator()
            elif action_id.endswith(">"):
                title, inner = SUBMENUS[action_id[:-1]]
                submenu = menu.addMenu(words(title))
                self.submenus[action_id[:-1]] = submenu
                self._fill_menu(submenu, inner)
            else:
                menu.addAction(self._actions[action_id])

    def menu_path(self, action_id: str) -> str:
        """Where an action stands in the menus, as "Event"; empty where it stands in none."""
        for _, title, ids in MENUS:
            for entry in ids:
                inner = SUBMENUS[entry[:-1]][1] if entry.endswith(">") else (entry,)
                if action_id in inner or entry == f"{action_id}>":
                    return words(title).replace("&", "")
        return ""

    def title(self, action_id: str) -> str:
        """An action's words without the mnemonic mark."""
        return self._actions[action_id].text().replace("&", "")

    def ids(self) -> list[str]:
        """Every action's id in the order declared."""
        return list(self._actions)

    def _make(self, spec: ActionSpec) -> QAction:
        action = QAction(words(spec.text), self._window)
        action.setObjectName(spec.id)
        action.setShortcuts([QKeySequence(k) for k in spec.keys])
        action.setCheckable(spec.checkable)
        # In a menu the tick says whether it is on; an icon would stand in its place.
        action.setIconVisibleInMenu(not spec.checkable)
        tip = action.text().replace("&", "").rstrip("…")
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        action.setToolTip(f"{tip} ({keys})" if keys else tip)
        self._window.addAction(action)
        return action

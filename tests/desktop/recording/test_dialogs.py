"""The dialogs of recording hold what every dialog does."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from db.corpus.aspects import AspectFields
from db.corpus.claim_fields import ClaimFields
from db.corpus.voices import VoiceFields
from desktop.dialogs.base import Dialog
from desktop.lenses.lists_dialog import ListsDialog
from desktop.lenses.reader_lists import ReaderLists
from desktop.reading.source_text import EditionTexts
from desktop.recording.aspect_dialog import AspectDialog
from desktop.recording.aspects_dialog import AspectsDialog
from desktop.recording.claim_dialog import ClaimDialog
from desktop.recording.claims_dialog import ClaimsDialog, Shown
from desktop.recording.guessing import AspectGuesser
from desktop.recording.link_dialog import LinkDialog
from desktop.recording.merge_dialog import MergeDialog
from desktop.recording.name_dialog import NameDialog
from desktop.recording.voice_form import VoiceForm
from desktop.recording.voices_dialog import VoicesDialog
from desktop.recording.words import Words
from desktop.session import Session
from tests.desktop.dialogs.conftest import session, window
from tests.desktop.dialogs.test_every_dialog import (
    large,
    test_escape_leaves,
    test_everything_that_takes_the_keyboard_has_a_name,
    test_no_label_reads_markup,
    test_no_two_things_share_a_key,
    test_nothing_is_cut_at_twice_the_text_size,
    test_tab_reaches_every_field,
    test_there_is_one_button_that_return_presses,
)
from tests.desktop.dialogs.world import Window

__all__ = [
    "large",
    "session",
    "test_escape_leaves",
    "test_everything_that_takes_the_keyboard_has_a_name",
    "test_no_label_reads_markup",
    "test_no_two_things_share_a_key",
    "test_nothing_is_cut_at_twice_the_text_size",
    "test_tab_reaches_every_field",
    "test_there_is_one_button_that_return_presses",
    "window",
]
Make = Callable[[], Dialog]
NAMES = (
    "claim", "claims", "voices", "voice", "merge", "aspects", "figures", "choices", "lists", "link",
    "name",
)  # fmt: skip


def refuse(*_: object) -> bool:
    return False


def nothing(*_: object) -> None:
    pass


@pytest.fixture(params=NAMES)
def make(request: pytest.FixtureRequest, session: Session, window: Window, tmp_path: Path) -> Make:
    corpus, source = session.corpus, session.sources[0]
    deaths, _ = corpus.aspects.add(
        AspectFields("Drowned", unit="people", scopes=(("all", ""), ("dockers", "all")))
    )
    cause, _ = corpus.aspects.add(
        AspectFields("Why", "choice", choices=(("storm", ""), ("gale", "storm")))
    )
    master, _ = corpus.voices.add(VoiceFields("The port master", kind="official"))
    corpus.voices.add(VoiceFields("A docker"))
    edition = session.editions_of(source.id)[0]
    shown = EditionTexts(session).get(edition)
    words = Words(source, shown, 0, shown.text.starts[0], shown.text.ends[0])
    fields = ClaimFields(session.events[0].id, deaths, min=3, scope="dockers", voices=(master,))
    for status in ("accepted", "suggested"):
        made = replace(fields, status=status)
        corpus.claims.add(made, edition.id, words.start, words.end)
    aspects = {aspect.id: aspect for aspect in corpus.aspects.all()}
    voice = next(v for v in corpus.voices.all() if v.id == master)

    def claim() -> Dialog:
        dialog = ClaimDialog(session, words, AspectGuesser(corpus), refuse, window)
        dialog.form.voices.set_chain(("A cook", master))
        return dialog

    ends = ((words.address, words.text), (words.address, words.text))
    asked = Shown("suggested")
    return {
        "claim": claim,
        "claims": lambda: ClaimsDialog(session, words, nothing, window, shown=asked),
        "voices": lambda: VoicesDialog(session, refuse, window),
        "voice": lambda: VoiceForm(session, voice, window),
        "merge": lambda: MergeDialog(
            session, "One of two", voice.name, [("The other", 0)], "Gone.", refuse, window
        ),
        "aspects": lambda: AspectsDialog(session, refuse, window),
        "figures": lambda: AspectDialog(session, window, aspect=aspects[deaths]),
        "choices": lambda: AspectDialog(session, window, aspect=aspects[cause]),
        "lists": lambda: ListsDialog(ReaderLists(tmp_path / "lists"), nothing, window),
        "link": lambda: LinkDialog(session, ends, refuse, window),
        "name": lambda: NameDialog(session, "The port master", words.text, refuse, window),
    }[request.param]

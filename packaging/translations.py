"""Collect the program's words for translators, and compile what they have written.

    python packaging/translations.py          English
    python packaging/translations.py ru       another language, by its code; what it has is kept

English needs its own file only for its plurals ("1 source", "2 sources").
"""

from __future__ import annotations

import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterable
from copy import deepcopy
from itertools import groupby
from pathlib import Path

from sentences import ERRORS, Sentence, sentences

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "translations"
ENGLISH = "en"
PLURAL = re.compile(r"\((\w+)\)")
Translations = dict[tuple[str, str], ET.Element]


def main() -> int:
    """Update and compile one translation; returns the compiler's status."""
    language = sys.argv[1] if len(sys.argv) > 1 else ENGLISH
    file = FOLDER / f"triptych_{language}.ts"
    found = sentences(ROOT)
    if language == ENGLISH:
        # What `db` counts brings its English for one along.
        write(file, language, [s for s in found if s.counts and s.context != ERRORS], {})
        write_english_plurals(file)
    else:
        write(file, language, found, translations(file) if file.exists() else {})
    command = [str(Path(sys.executable).parent / "pyside6-lrelease"), str(file)]
    return subprocess.run([*command, "-qm", str(file.with_suffix(".qm"))], check=False).returncode


def translations(file: Path) -> Translations:
    """What a translator has written, by context and text."""
    return {
        (context.findtext("name") or "", message.findtext("source") or ""): translation
        for context in ET.parse(file).iter("context")
        for message in context.iter("message")
        if (translation := message.find("translation")) is not None
    }


def write(file: Path, language: str, found: Iterable[Sentence], kept: Translations) -> None:
    """Write a file for a translator; what is no longer asked for stays in it, marked so."""
    asked = {(s.context, s.text): s for s in found}
    gone = {
        key: Sentence(*key, translation.find("numerusform") is not None)
        for key, translation in kept.items()
        if key not in asked and "".join(translation.itertext()).strip()
    }
    root = ET.Element("TS", version="2.1", language=language, sourcelanguage=ENGLISH)
    every = sorted([*asked.values(), *gone.values()])
    for name, group in groupby(every, key=lambda sentence: sentence.context):
        context = ET.SubElement(root, "context")
        ET.SubElement(context, "name").text = name
        for sentence in group:
            counts = {"numerus": "yes"} if sentence.counts else {}
            message = ET.SubElement(context, "message", counts)
            ET.SubElement(message, "source").text = sentence.text
            key = (sentence.context, sentence.text)
            translation = deepcopy(kept.get(key, ET.Element("translation", type="unfinished")))
            if key in gone:
                translation.set("type", "vanished")
            message.append(translation)
    _save(root, file)


def write_english_plurals(file: Path) -> None:
    """Fill both forms of every counted text: "%n source(s)" becomes "%n source", "%n sources"."""
    root = ET.parse(file).getroot()
    for message in root.iter("message"):
        source = message.findtext("source") or ""
        translation = message.find("translation")
        assert translation is not None
        translation.attrib.pop("type", None)
        for form in (PLURAL.sub("", source), PLURAL.sub(r"\1", source)):
            ET.SubElement(translation, "numerusform").text = form
    _save(root, file)


def _save(root: ET.Element, file: Path) -> None:
    ET.indent(root)
    ET.ElementTree(root).write(file, encoding="utf-8", xml_declaration=True)


if __name__ == "__main__":
    sys.exit(main())

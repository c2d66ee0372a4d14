"""Collect the program's words for translators, and compile what they have written.

    python packaging/translations.py

English needs its own file only for its plurals ("1 source", "2 sources").
"""

from __future__ import annotations

import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "translations"
TRANSLATED = re.compile(r"""translate\(\s*(["'])(\w+)\1,\s*(["'])([^"']*%n[^"']*)\3""")
PLURAL = re.compile(r"\((\w+)\)")


def main() -> int:
    """Update and compile every translation; returns the tools' status."""
    tools = Path(sys.executable).parent
    sources = sorted(str(f) for f in (ROOT / "desktop").rglob("*.py"))
    english = FOLDER / "triptych_en.ts"
    collect = [
        str(tools / "pyside6-lupdate"), *sources, "-ts", str(english), "-source-language", "en",
        "-target-language", "en", "-pluralonly", "-no-obsolete", "-locations", "none",
    ]  # fmt: skip
    subprocess.run(collect, check=True, cwd=ROOT)
    name_window(english)
    add_translated(english)
    write_english_plurals(english)
    compiled = english.with_suffix(".qm")
    command = [str(tools / "pyside6-lrelease"), str(english), "-qm", str(compiled)]
    return subprocess.run(command, check=False).returncode


def name_window(file: Path) -> None:
    """Give the words of `window.tr(…)` the context in which they are looked up."""
    tree = ET.parse(file)
    for name in tree.getroot().iterfind("context/name"):
        if name.text == "self.window":
            name.text = "MainWindow"
    tree.write(file, encoding="utf-8", xml_declaration=True)


def add_translated(file: Path) -> None:
    """Add the counted texts given to `translate(context, …)`, which lupdate passes over."""
    tree = ET.parse(file)
    root = tree.getroot()
    contexts = {c.findtext("name"): c for c in root.iter("context")}
    for source in sorted((ROOT / "desktop").rglob("*.py")):
        for _, name, _, text in TRANSLATED.findall(source.read_text(encoding="utf-8")):
            context = contexts.get(name)
            if context is None:
                context = contexts[name] = ET.SubElement(root, "context")
                ET.SubElement(context, "name").text = name
            if text in {m.findtext("source") for m in context.iter("message")}:
                continue
            message = ET.SubElement(context, "message", numerus="yes")
            ET.SubElement(message, "source").text = text
            ET.SubElement(message, "translation")
    tree.write(file, encoding="utf-8", xml_declaration=True)


def write_english_plurals(file: Path) -> None:
    """Fill both forms of every counted text: "%n source(s)" becomes "%n source", "%n sources"."""
    tree = ET.parse(file)
    for message in tree.iter("message"):
        source = message.findtext("source") or ""
        translation = message.find("translation")
        if message.get("numerus") != "yes" or translation is None:
            continue
        translation.attrib.pop("type", None)
        forms = translation.findall("numerusform")
        while len(forms) < 2:
            forms.append(ET.SubElement(translation, "numerusform"))
        forms[0].text = PLURAL.sub("", source)
        forms[1].text = PLURAL.sub(r"\1", source)
    ET.indent(tree)
    tree.write(file, encoding="utf-8", xml_declaration=True)


if __name__ == "__main__":
    sys.exit(main())

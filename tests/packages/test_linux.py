"""The packages for Linux, made here from a stand-in for the bundle and installed for one reader."""

import configparser
import gzip
import os
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import depends
import facts
import manual
import pytest
import self_extracting
import share

from tests.project import ROOT

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="packages of Linux")
PROGRAM = '#!/bin/sh\nprintf "%s\\n" "$@" >"$HOME/given"\n'


def run(*command: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command, env={**os.environ, **environment}, capture_output=True, text=True, check=False
    )


@pytest.fixture()
def installer(tmp_path: Path) -> Path:
    for tool in ("xz", "objdump"):
        if shutil.which(tool) is None:
            pytest.skip(f"{tool} is missing")
    bundle = tmp_path / "made" / "triptych"
    (bundle / "lib").mkdir(parents=True)
    for name in ("triptych", "triptych-cli"):
        (bundle / name).write_text(PROGRAM, encoding="utf-8")
        (bundle / name).chmod(0o755)
    (bundle / "lib" / "of-this-version.txt").write_text("x", encoding="utf-8")
    return self_extracting.make(facts.read_facts(), bundle, tmp_path)


def test_it_installs_for_one_reader_and_is_removed_without_a_rest(
    installer: Path, tmp_path: Path
) -> None:
    home = tmp_path / 'дом of 100% $HOME\'s "reader"'
    own = home / ".local" / "share" / "triptych" / "zhanaozen-2011.triptych"
    own.parent.mkdir(parents=True)
    own.write_bytes(b"the reader's")
    done = run("sh", str(installer), HOME=str(home))
    assert done.returncode == 0, done.stderr
    assert run(str(home / ".local/bin/triptych-cli"), "x", HOME=str(home)).returncode == 0
    assert (home / "given").read_text(encoding="utf-8") == "x\n"
    (home / "given").unlink()
    again = run("sh", str(installer), HOME=str(home))
    assert again.returncode == 0, again.stderr
    removed = run("sh", str(installer), "--uninstall", HOME=str(home))
    assert removed.returncode == 0, removed.stderr
    left = [p for p in home.rglob("*") if not p.is_dir()]
    assert left == [own]


def test_the_desktop_entry_starts_the_program_wherever_it_lies(
    installer: Path, tmp_path: Path
) -> None:
    home = tmp_path / 'a "quoted" 100% $HOME `home` with \\'
    home.mkdir()
    assert run("sh", str(installer), HOME=str(home)).returncode == 0
    file = home / ".local/share/applications/triptych.desktop"
    entry = configparser.RawConfigParser()
    entry.optionxform = str  # type: ignore[assignment,method-assign]
    entry.read(file, encoding="utf-8")
    line = entry["Desktop Entry"]["Exec"]
    # Undone in the order of the specification: the value's escapes, the quotes, then percent.
    value = line.replace("\\\\", "\\")
    assert value.startswith('"') and value.endswith('" %F')
    inner = value[1:-4]
    for sign in '"$`\\':
        inner = inner.replace("\\" + sign, sign)
    assert inner.replace("%%", "%") == str(home / ".local/lib/triptych/triptych")


def test_a_damaged_file_changes_nothing(installer: Path, tmp_path: Path) -> None:
    data = bytearray(installer.read_bytes())
    data[-20] ^= 1
    installer.write_bytes(data)
    home = tmp_path / "home"
    home.mkdir()
    done = run("sh", str(installer), HOME=str(home))
    assert done.returncode == 1 and "damaged" in done.stderr
    assert not list(home.iterdir())


def test_a_folder_of_others_is_not_touched(installer: Path, tmp_path: Path) -> None:
    other = tmp_path / "home/.local/lib/triptych"
    other.mkdir(parents=True)
    (other / "theirs").write_text("x", encoding="utf-8")
    done = run("sh", str(installer), HOME=str(tmp_path / "home"))
    assert done.returncode == 1 and "not ours" in done.stderr
    assert [p.name for p in other.iterdir()] == ["theirs"]


def test_the_same_inputs_give_the_same_file(installer: Path, tmp_path: Path) -> None:
    before = installer.read_bytes()
    bundle = tmp_path / "made" / "triptych"
    os.utime(bundle / "triptych", (1, 1))
    assert self_extracting.make(facts.read_facts(), bundle, tmp_path).read_bytes() == before


def test_what_the_desktop_reads_is_well_formed(tmp_path: Path) -> None:
    share.install(facts.read_facts(), tmp_path)
    for file in tmp_path.rglob("*.xml"):
        ET.parse(file)
    assert (tmp_path / "icons/hicolor/48x48/apps/triptych.png").read_bytes()[:4] == b"\x89PNG"
    checks = (
        ("desktop-file-validate", "applications/triptych.desktop"),
        ("appstreamcli", "metainfo/net.triptych.Triptych.metainfo.xml"),
    )
    for tool, file in checks:
        if shutil.which(tool):
            words = ["validate", "--no-net"] if tool == "appstreamcli" else []
            done = run(tool, *words, str(tmp_path / file))
            assert done.returncode == 0, done.stdout + done.stderr


def test_the_type_is_told_by_what_a_corpus_is(tmp_path: Path) -> None:
    from db.schema import APPLICATION_ID

    share.install(facts.read_facts(), tmp_path)
    text = (tmp_path / "mime/packages/triptych.xml").read_text(encoding="utf-8")
    assert f'offset="68" value="{APPLICATION_ID.to_bytes(4, "big").decode()}"' in text


def test_the_manual_names_every_command_and_every_option() -> None:
    from desktop.cli import main

    page = manual.pages(facts.read_facts())["triptych-cli"]
    for command in ("case", "export", "verify", "search", "compare"):
        assert f".SS {command}\n" in page
    assert "\\-\\-known\\-by" in page
    assert callable(main)


def test_the_manual_is_roff_that_man_takes(tmp_path: Path) -> None:
    if shutil.which("man") is None or shutil.which("groff") is None:
        pytest.skip("man or groff is missing")
    for name, text in manual.pages(facts.read_facts()).items():
        file = tmp_path / f"{name}.1"
        file.write_text(text, encoding="utf-8")
        done = run("groff", "-man", "-Tutf8", "-ww", "-z", str(file))
        assert not done.stderr, done.stderr


def test_needs_are_read_by_field() -> None:
    said = "shlibs:Depends=libc6 (>= 2.34), libegl1\nshlibs:Suggests=libgtk-3-0\n"
    assert depends.parse(said) == {"Depends": "libc6 (>= 2.34), libegl1", "Suggests": "libgtk-3-0"}


def test_the_changelog_is_packed_without_a_time() -> None:
    assert gzip.compress(b"x", mtime=0)[4:8] == b"\0\0\0\0"
    assert (ROOT / "CHANGELOG.md").is_file()

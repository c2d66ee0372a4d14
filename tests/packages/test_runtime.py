"""What goes into a bundle is what pyproject.toml names, and what that needs."""

import json
import re
import tomllib
import zipfile
from pathlib import Path

import facts
import licences
import pytest
import runtime
import sbom

from tests.project import ROOT


def named() -> set[str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return {
        re.split(r"[<>=!~ ;\[]", line, maxsplit=1)[0].lower() for line in project["dependencies"]
    }


def test_all_that_is_named_is_taken_with_what_it_needs() -> None:
    taken = {runtime.name_of(d) for d in runtime.closure(sorted(named()))}
    assert named() <= taken
    assert {"shiboken6", "click", "markupsafe", "python-dateutil"} <= taken
    assert not taken & {"pip", "setuptools", "pytest", "numpy"}


@pytest.mark.parametrize("dist", runtime.closure(sorted(named())), ids=runtime.name_of)
def test_each_has_a_text_of_its_licence(dist: object, tmp_path: Path) -> None:
    if runtime.name_of(dist) in runtime.QT:  # type: ignore[arg-type]
        assert (licences.SPDX / "LGPL-3.0-only.txt").is_file()
        return
    licences._put_texts(dist, tmp_path)  # type: ignore[arg-type]
    assert any(p.stat().st_size > 100 for p in tmp_path.iterdir())


def test_everything_compiled_into_typst_has_a_text() -> None:
    crates = licences.typst_crates()
    assert len(crates) > 100
    for name, _, licence, _ in crates:
        for identifier in licences.identifiers(licence):
            assert (licences.SPDX / f"{identifier}.txt").is_file(), f"{name}: {identifier}"


def test_modules_are_found_by_files_not_by_names() -> None:
    tops = {m for d in runtime.closure(sorted(named())) for m in runtime.modules(d)}
    assert {"dateutil", "sqlite_utils", "markdown", "click_default_group", "tzdata"} <= tops
    assert not tops & {"tests", "test"}


def test_the_list_of_parts_is_whole_and_the_same_each_time(tmp_path: Path) -> None:
    known = facts.read_facts()
    (tmp_path / "liba.so").write_bytes(b"\x7fELF")
    first = sbom.bill(known, tmp_path)
    assert json.dumps(first) == json.dumps(sbom.bill(known, tmp_path))
    names = {part["name"] for part in first["components"]}
    assert {"qt", "python", "sqlite", "typst", "jinja2", "liba.so"} <= names
    assert first["bomFormat"] == "CycloneDX" and first["specVersion"] == "1.6"
    references = [part["bom-ref"] for part in first["components"]]
    assert len(references) == len(set(references))
    assert first["dependencies"][0]["dependsOn"] == references


def test_the_version_comes_from_pyproject(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1324037520")
    known = facts.read_facts()
    assert f"## {known.version}" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert known.day == "2011-12-16"


def test_the_zip_for_windows_is_the_same_each_time(tmp_path: Path) -> None:
    import windows_packages

    bundle = tmp_path / "triptych"
    (bundle / "lib").mkdir(parents=True)
    (bundle / "triptych.exe").write_bytes(b"MZ")
    (bundle / "lib" / "жаңа.txt").write_text("x", encoding="utf-8")
    known = facts.read_facts()
    first = windows_packages.portable(known, bundle, tmp_path).read_bytes()
    packed = windows_packages.portable(known, bundle, tmp_path)
    assert packed.read_bytes() == first
    with zipfile.ZipFile(packed) as archive:
        assert archive.namelist() == ["Triptych/lib/жаңа.txt", "Triptych/triptych.exe"]

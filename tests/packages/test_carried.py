"""What a bundle may hold, judged by paths and names."""

import carried
import contents
import pytest

GOOD = [
    "lib/PySide6/Qt/lib/libQt6Gui.so.6",
    "lib/PySide6/QtGui.abi3.so",
    "lib/PySide6/Qt/plugins/platforms/libqxcb.so",
    "lib/PySide6/plugins/platforms/qwindows.dll",
    "lib/PySide6/Qt6Core.dll",
    "lib/tzdata/zoneinfo/Asia/Aqtau",
    "lib/resources/help/en/index.md",
    "lib/triptych-0.1.0.dist-info/METADATA",
    "Contents/Frameworks/PySide6/Qt/lib/QtGui.framework/Versions/A/QtGui",
]
BAD = [
    "lib/PySide6/Qt/lib/libQt6Network.so.6",
    "lib/PySide6/QtNetwork.abi3.so",
    "lib/PySide6/Qt6Network.dll",
    "Contents/Frameworks/PySide6/Qt/lib/QtNetwork.framework/Versions/A/QtNetwork",
    "lib/PySide6/Qt/lib/libQt6WebEngineCore.so.6",
    "lib/PySide6/Qt/lib/libQt6Qml.so.6",
    "lib/PySide6/QtSql.abi3.so",
    "lib/PySide6/Qt/plugins/platforms/libqvnc.so",
    "lib/PySide6/Qt/plugins/tls/libqopensslbackend.so",
    "lib/PySide6/Qt/plugins/networkinformation/libqglib.so",
    "lib/PySide6/Qt/plugins/qmltooling/libqmldbg_tcp.so",
    "lib/PySide6/Qt/plugins/sqldrivers/libqsqlite.so",
    "lib/PySide6/plugins/imageformats/qjpeg.dll",
    "lib/PySide6/opengl32sw.dll",
    "lib/python3.11/lib-dynload/_ssl.cpython-311-x86_64-linux-gnu.so",
    "lib/libssl.so.3",
    "lib/libcrypto.so.3",
    "lib/numpy/core/_multiarray.so",
    "lib/pandas/__init__.py",
    "lib/babel/locale-data/ru.dat",
    "lib/docx/tests/test_api.py",
    "lib/tests/conftest.py",
    "lib/triptych-0.1.0.dist-info/direct_url.json",
    "lib/db/__pycache__/text.pyc",
]


@pytest.mark.parametrize("path", GOOD)
def test_what_is_used_may_be_there(path: str) -> None:
    assert not list(contents.file_faults(path))


@pytest.mark.parametrize("path", BAD)
def test_what_could_connect_or_is_not_used_may_not(path: str) -> None:
    assert list(contents.file_faults(path))


def test_a_module_by_its_name_or_its_file() -> None:
    assert carried.module_forbidden("ssl")
    assert carried.module_forbidden("asyncio.events")
    assert carried.module_forbidden("numpy")
    assert carried.module_forbidden("docx.tests.test_api", "site-packages/docx/tests/test_api.py")
    # Jinja2's tests are what templates call so.
    assert not carried.module_forbidden("jinja2.tests", "site-packages/jinja2/tests.py")
    assert not carried.module_forbidden("sslabs")


def test_every_qt_module_the_program_imports_may_be_there() -> None:
    import re

    from tests.project import ROOT

    code = "".join(p.read_text(encoding="utf-8") for p in (ROOT / "desktop").rglob("*.py"))
    used = set(re.findall(r"(?:from|import) PySide6\.(Qt\w+)", code))
    assert used <= set(carried.QT_MODULES)


def test_links_that_lead_nowhere_are_named(tmp_path) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "kept").symlink_to("gone")
    assert [p.name for p in contents.broken_links(tmp_path)] == ["kept"]

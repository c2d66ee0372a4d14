"""What Windows shows under *Properties ▸ Details* of the two programs."""

from __future__ import annotations

from facts import Facts


def version_info(facts: Facts, name: str) -> object:
    """PyInstaller's form of a version resource (its module exists on Windows only)."""
    from PyInstaller.utils.win32 import versioninfo as vi

    numbers = (*(int(part) for part in facts.version.split(".")[:3]), 0)
    strings = {
        "FileDescription": facts.summary,
        "FileVersion": facts.version,
        "InternalName": name,
        "LegalCopyright": "MIT licence; see the folder licences",
        "OriginalFilename": f"{name}.exe",
        "ProductName": "Triptych",
        "ProductVersion": facts.version,
    }
    table = vi.StringTable("040904B0", [vi.StringStruct(k, v) for k, v in strings.items()])
    return vi.VSVersionInfo(
        ffi=vi.FixedFileInfo(filevers=numbers, prodvers=numbers),
        kids=[
            vi.StringFileInfo([table]),
            vi.VarFileInfo([vi.VarStruct("Translation", [0x0409, 1200])]),
        ],
    )

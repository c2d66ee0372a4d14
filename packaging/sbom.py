"""The list of what is in a bundle, in the form of CycloneDX 1.6 (JSON)."""

from __future__ import annotations

import hashlib
import json
import platform
import sys
import uuid
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import licences
from facts import Facts
from runtime import name_of, runtime

Part = dict[str, Any]


def write(facts: Facts, bundle: Path, target: Path) -> Path:
    """Write the list of what `bundle` holds; the same bundle gives the same bytes."""
    target.write_text(json.dumps(bill(facts, bundle), indent=2, ensure_ascii=False) + "\n", "utf-8")
    return target


def bill(facts: Facts, bundle: Path) -> Part:
    """The whole document."""
    parts = [*packages(), *others(), *libraries(bundle)]
    parts.sort(key=lambda part: str(part["bom-ref"]))
    names = json.dumps(parts, sort_keys=True)
    return {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_OID, names)}",
        "version": 1,
        "metadata": {
            "timestamp": datetime.fromtimestamp(facts.epoch, UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
            "component": {
                "type": "application",
                "bom-ref": "triptych",
                "name": "triptych",
                "version": facts.version,
                "description": facts.summary,
                "licenses": [{"license": {"id": "MIT"}}],
            },
            "properties": [
                {"name": "platform", "value": f"{sys.platform} {platform.machine()}"},
            ],
        },
        "components": parts,
        "dependencies": [{"ref": "triptych", "dependsOn": [str(p["bom-ref"]) for p in parts]}],
    }


def packages() -> list[Part]:
    """The Python packages."""
    return [
        {
            "type": "library",
            "bom-ref": f"pkg:pypi/{name_of(dist)}@{dist.version}",
            "name": name_of(dist),
            "version": dist.version,
            "purl": f"pkg:pypi/{name_of(dist)}@{dist.version}",
            "licenses": [{"license": {"name": licences.licence_of(dist)}}],
        }
        for dist in runtime()
    ]


def others() -> list[Part]:
    """Python, SQLite, Qt, fonts, icons, and what is compiled into typst."""
    import sqlite3

    import PySide6

    known = [
        ("framework", "python", sys.version.split()[0], "PSF-2.0"),
        ("library", "sqlite", sqlite3.sqlite_version, "blessing"),
        ("framework", "qt", PySide6.__version__, "LGPL-3.0-only"),
        ("data", "ibm-plex", "3", "OFL-1.1"),
        ("data", "lucide", "1.62.0", "ISC"),
    ]
    found = [part(kind, name, version, licence) for kind, name, version, licence in known]
    for name, version, licence, _ in licences.typst_crates():
        crate = part("library", name, version, licence)
        crate["bom-ref"] = crate["purl"] = f"pkg:cargo/{name}@{version}"
        found.append(crate)
    return found


def part(kind: str, name: str, version: str, licence: str) -> Part:
    """One component."""
    return {
        "type": kind,
        "bom-ref": f"{name}@{version}",
        "name": name,
        "version": version,
        "licenses": [{"expression": licence}],
    }


def libraries(bundle: Path) -> list[Part]:
    """Every shared library of the bundle with its hash."""
    files = [p for p in bundle.rglob("*") if p.is_file() and not p.is_symlink() and _library(p)]
    return [
        {
            "type": "file",
            "bom-ref": f"file:{p.relative_to(bundle).as_posix()}",
            "name": p.relative_to(bundle).as_posix(),
            "hashes": [{"alg": "SHA-256", "content": hashlib.sha256(p.read_bytes()).hexdigest()}],
        }
        for p in files
    ]


def _library(path: Path) -> bool:
    return ".so" in path.suffixes or path.suffix in (".dll", ".pyd", ".dylib")

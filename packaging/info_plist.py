"""What macOS reads about the program before it starts it: its name, version and documents."""

from __future__ import annotations

from typing import Any, Final

from facts import MIME_TYPE, Facts

MAC_IDENTIFIER: Final = "net.triptych.Triptych"
DOCUMENT: Final = f"{MAC_IDENTIFIER}.corpus"


def info_plist(facts: Facts) -> dict[str, Any]:
    """The keys of Info.plist beyond those PyInstaller writes."""
    return {
        # The folder holds two programs; a double click starts the window.
        "CFBundleExecutable": "triptych",
        "CFBundleDisplayName": "Triptych",
        "CFBundleShortVersionString": facts.version,
        "LSApplicationCategoryType": "public.app-category.education",
        "LSMinimumSystemVersion": "13.0",
        "NSHighResolutionCapable": True,
        "NSHumanReadableCopyright": "MIT licence",
        "CFBundleDocumentTypes": [
            {
                "CFBundleTypeName": "Triptych corpus",
                "CFBundleTypeRole": "Editor",
                "CFBundleTypeIconFile": "triptych-document.icns",
                "LSHandlerRank": "Owner",
                "LSItemContentTypes": [DOCUMENT],
            }
        ],
        "UTExportedTypeDeclarations": [
            {
                "UTTypeIdentifier": DOCUMENT,
                "UTTypeDescription": "Triptych corpus",
                "UTTypeIconFile": "triptych-document.icns",
                "UTTypeConformsTo": ["public.database", "public.data"],
                "UTTypeTagSpecification": {
                    "public.filename-extension": ["triptych"],
                    "public.mime-type": [MIME_TYPE],
                },
            }
        ],
    }

"""Ladders as PNG: office programs draw only part of what SVG can say."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any, Final, cast

import resources
from db.sheets.ladder_pictures import LadderPicture

_PER_INCH: Final = 144
"""Twice the pixels of the drawing: about 260 to an inch of paper."""


def rasters(pictures: Sequence[LadderPicture]) -> list[bytes]:
    """Each picture as PNG, in the program's own fonts."""
    if not pictures:
        return []
    import typst

    files: dict[str, bytes] = {"main.typ": _template(pictures).encode()}
    for number, picture in enumerate(pictures):
        files[f"{number}.svg"] = picture.svg.encode("utf-8", "replace")
    made = typst.compile(
        cast("Any", files),
        format="png",
        ppi=_PER_INCH,
        font_paths=_fonts(),
    )
    return [made] if isinstance(made, bytes) else cast("list[bytes]", made)


@cache
def _fonts() -> Any:
    """The fonts there are, looked for once: that takes as long as drawing a picture."""
    import typst

    return typst.Fonts(font_paths=[str(resources.path("fonts"))])


def _template(pictures: Sequence[LadderPicture]) -> str:
    """One page for each picture, just as large as it."""
    lines = ["#set page(margin: 0pt, fill: white)"]
    for number, picture in enumerate(pictures):
        size = f"width: {picture.width:g}pt, height: {picture.height:g}pt"
        lines.append(f'#page({size}, image("{number}.svg", width: 100%))')
    return "\n".join(lines)

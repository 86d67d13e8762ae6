"""The bundled fonts cut down to the letters of a picture, which carries them to where they are not installed."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

from trustgraph.drawing.metrics import FONTS

FAMILY = "Liberation Sans"
_WEIGHTS = {"regular": 400, "bold": 700}


def font_faces(letters: Mapping[str, str]) -> str:
    """Return a style sheet with the fonts of these letters, by style, "regular" or "bold"; "" for no letters."""
    return "".join(_face(style, "".join(sorted(set(text)))) for style, text in sorted(letters.items()) if text)


def _face(style: str, letters: str) -> str:
    data = b64encode(_subset(FONTS[style], letters)).decode()
    source = f'url("data:font/woff;base64,{data}") format("woff")'
    return f'@font-face{{font-family:"{FAMILY}";font-weight:{_WEIGHTS[style]};src:{source}}}'


def _subset(path: Path, letters: str) -> bytes:
    """Return a font with these letters alone, each as wide as it was measured: none moves nearer to another."""
    from fontTools.subset import Options, Subsetter
    from fontTools.ttLib import TTFont

    options = Options(hinting=False, layout_features=[], notdef_outline=True)
    # when the font was made, and what is done with letters side by side
    options.drop_tables += ["FFTM", "GDEF", "GPOS", "GSUB", "kern"]
    with TTFont(path, lazy=True, recalcTimestamp=False) as font:
        cut = Subsetter(options)
        cut.populate(text=letters)
        cut.subset(font)
        font.flavor = "woff"
        made = BytesIO()
        font.save(made)
    return made.getvalue()

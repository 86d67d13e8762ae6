"""Bytes of a file as text, and what to say where they are no text at all."""

from __future__ import annotations

import re
from codecs import BOM_UTF16_BE, BOM_UTF16_LE

from trustgraph.characters import UNPRINTABLE, code
from trustgraph.errors import FormatError, Place, Problem

_PLAIN = bytes((9, 10, 13, *range(32, 127)))
_OTHER_CONTENT = (
    (
        b"PK\x03\x04",
        "This is an Excel, Word or zip file",
        "Name a YAML or JSON file; a workbook keeps its suffix .xlsx.",
    ),
    (b"\xd0\xcf\x11\xe0", "This is an old Excel or Word file (97-2003)", "Save it as .xlsx, or name a YAML file."),
    (b"%PDF", "This is a PDF", "Name the model it was drawn from."),
    (b"\x89PNG", "This is a picture", "Name the model it was drawn from."),
    (b"\x1f\x8b", "This file is compressed", "Unpack it first."),
)


def decode(data: bytes, name: str) -> str:
    """Return the text the bytes hold (UTF-8, or UTF-16 with its mark); raises FormatError with the place."""
    _refuse_other_content(data, name)
    wide = data.startswith((BOM_UTF16_LE, BOM_UTF16_BE))
    try:
        text = data.decode("utf-16" if wide else "utf-8-sig")
    except UnicodeDecodeError as error:
        raise _undecodable(data, error, name, wide) from None
    # nearly every file passes at the speed of C
    if not data.translate(None, _PLAIN):
        return text
    problems = [
        Problem(f"{code(match[0])} cannot appear in a text.", "Delete it.", place_at(text, match.start(), name))
        for match in re.finditer(UNPRINTABLE, text)
    ]
    if problems:
        raise FormatError(problems)
    return text


def place_at(text: str, index: int, name: str) -> Place:
    """Return the line and column of a character of a text."""
    line, start = 1, 0
    for match in re.finditer("\r\n?|\n", text[:index]):
        line, start = line + 1, match.end()
    return Place(name, line, index - start + 1)


def _refuse_other_content(data: bytes, name: str) -> None:
    for start, what, remedy in _OTHER_CONTENT:
        if data.startswith(start):
            raise FormatError([Problem(f"{what}, not a model.", remedy, Place(name, 1, 1))])
    if re.match(rb"\s*<(?:!doctype|html|\?xml|svg)", data, re.IGNORECASE):
        raise FormatError([Problem("This is a web page or XML, not a model.", "Name a YAML file.", Place(name, 1, 1))])


def _undecodable(data: bytes, error: UnicodeDecodeError, name: str, wide: bool) -> FormatError:
    if wide:
        place = Place(name, 1, 1)
        return FormatError([Problem("The file begins as UTF-16 but does not go on so.", "Save it as UTF-8.", place)])
    before = data[: error.start].decode("utf-8-sig", "replace")
    end = re.search(rb"[\r\n]|$", data[error.start :])
    rest = data[error.start : error.start + end.start()] if end else b""
    guess = (before.splitlines()[-1:] or [""])[0][-20:] + rest.decode("cp1252", "replace")[:20]
    message = f'Byte {data[error.start]:#04x} is not UTF-8; read as Windows-1252 it says "{guess.strip()}".'
    remedy = "Save the file as UTF-8 (in Excel: CSV UTF-8)."
    return FormatError([Problem(message, remedy, place_at(before, len(before), name))])

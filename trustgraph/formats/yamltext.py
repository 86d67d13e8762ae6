"""Values written as YAML: short maps and lists on one line, texts quoted only where YAML would misread them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from textwrap import TextWrapper
from typing import Any

WIDTH = 120
# the words and numbers of YAML, old and new, that a text must not be taken for
_MISREAD = re.compile(
    r"null|true|false|yes|no|on|off|y|n|[-+.]?\d[\d_,.:eExXoObBa-f+-]*|[-+]?\.(?:inf|nan)", re.IGNORECASE
)
# what ends a plain text: anywhere within braces (a question mark, where libyaml is missing), and standing alone
_ENDS_FLOW = re.compile(r"""[,:?#\[\]{}"]""")
_ENDS_BLOCK = re.compile(r"""(?::(?:\s|$)|\s#|")""")
# what double quotes would fold, and what nobody sees
_HIDDEN = re.compile("[\x7f-\xa0\xad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff\ufff9-\uffff]")


class Bare(str):
    """A number, a word of the vocabulary or a date: written as it is."""

    __slots__ = ()


def block(fields: Mapping[str, Any], indent: str = "") -> Iterator[str]:
    """Yield the lines of a map, a field a line or more, every line after the indent."""
    for name, value in fields.items():
        key = f"{indent}{scalar(name)}:"
        if (short := flow(value)) is not None and len(key) + 1 + len(short) <= WIDTH:
            yield f"{key} {short}"
        elif isinstance(value, str):
            yield from _text(key, value, indent + "  ")
        elif isinstance(value, list):
            yield key
            yield from _items(value, indent)
        else:
            yield key
            yield from block(value, indent + "  ")


def cards(records: Mapping[str, Mapping[str, Any]], indent: str) -> Iterator[str]:
    """Yield the lines of the cards of a section; a card of few and short fields takes one line."""
    for name, fields in records.items():
        if len(fields) > 4 and fields:
            yield f"{indent}{scalar(name)}:"
            yield from block(fields, indent + "  ")
        else:
            yield from block({name: fields}, indent)


def flow(value: Any) -> str | None:
    """Return a value as it is written on one line within others, or None where that would be hard to read."""
    if isinstance(value, Bare):
        return value
    if isinstance(value, str):
        return None if _ENDS_FLOW.search(value) or (text := scalar(value)).startswith('"') else text
    if isinstance(value, list):
        parts = [flow(item) for item in value]
        return None if None in parts or _holds_maps(value) else f"[{', '.join(map(str, parts))}]"
    parts = [flow(item) for item in value.values()]
    if None in parts or any(isinstance(item, dict) for item in value.values()):
        return None
    return "{" + ", ".join(f"{scalar(key)}: {part}" for key, part in zip(value, parts, strict=True)) + "}"


def scalar(text: str) -> str:
    """Return a text as it stands alone on a line: plain, or in quotes where YAML would misread it."""
    if isinstance(text, Bare):
        return text
    if not text:
        return "''"
    plain = (
        (text[0].isalnum() or text[0] == "(")
        and text == text.strip()
        and text.isprintable()
        and not _ENDS_BLOCK.search(text)
        and not _HIDDEN.search(text)
    )
    if plain:
        return f"'{text}'" if _MISREAD.fullmatch(text) else text
    return _HIDDEN.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(text, ensure_ascii=False))


def _text(key: str, text: str, indent: str) -> Iterator[str]:
    """Yield the lines of a text that has a key: long ones folded, those of several lines as they are."""
    alone = scalar(text)
    odd = _HIDDEN.search(text) or text != text.strip() or not set("\r\t").isdisjoint(text)
    if odd or ("\n" not in text and ("  " in text or len(key) + 1 + len(alone) <= WIDTH)):
        yield f"{key} {alone}"
    elif "\n" in text:
        yield f"{key} |-"
        yield from (indent + line if line else "" for line in text.split("\n"))
    else:
        yield f"{key} >-"
        wrapper = TextWrapper(WIDTH - len(indent), break_long_words=False, break_on_hyphens=False)
        yield from (indent + line for line in wrapper.wrap(text))


def _items(items: list[Any], indent: str) -> Iterator[str]:
    """Yield the lines of a list, each item after a hyphen."""
    for item in items:
        short = flow(item)
        if short is not None and len(indent) + 2 + len(short) <= WIDTH:
            yield f"{indent}- {short}"
        elif isinstance(item, dict):
            first, *others = block(item, indent + "  ")
            yield f"{indent}- {first[len(indent) + 2 :]}"
            yield from others
        else:
            yield f"{indent}- {scalar(item)}"


def _holds_maps(value: list[Any]) -> bool:
    return any(isinstance(item, dict) for item in value)

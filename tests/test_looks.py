"""Looks: every line can be seen, read and told from every other, in colour, in grey, and by the colour-blind."""

from __future__ import annotations

from itertools import combinations

import pytest

from trustgraph.charts import Box
from trustgraph.colours import BAND, INK, PAPER, SLATE
from trustgraph.drawing.looks import BOXES, CHALLENGER, LINES, MARKS, TAB, BoxLook, Head, box_look, line_look
from trustgraph.vocabulary import Basis, Family, Force, Mark, Tier

# the matrices of full severity in Machado, Oliveira and Fernandes (2009), "A physiologically-based model for
# simulation of color vision deficiency"; they act on shares of light
DEFICIENCIES = {
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
    "full colour": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
}
ALL_BOXES: tuple[BoxLook, ...] = (*BOXES.values(), CHALLENGER)


def linear(colour: str) -> tuple[float, ...]:
    """Return a colour's red, green and blue as shares of light."""
    shares = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return tuple(share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares)


def luminance(colour: str) -> float:
    """Return a colour's relative luminance, as WCAG 2.2 defines it."""
    red, green, blue = linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, as WCAG 2.2 defines it: 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def lab(light: tuple[float, ...]) -> tuple[float, float, float]:
    """Return linear RGB as CIE L*a*b* under D65, in which distance is about the difference one sees."""
    red, green, blue = light
    tristimulus = (
        (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505,
        0.2126 * red + 0.7152 * green + 0.0722 * blue,
        (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089,
    )
    x, y, z = (t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116 for t in tristimulus)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def seen(colour: str, deficiency: str) -> tuple[float, float, float]:
    """Return a colour as somebody with this deficiency sees it, in CIE L*a*b*."""
    light = linear(colour)
    mixed = (sum(share * part for share, part in zip(row, light, strict=True)) for row in DEFICIENCIES[deficiency])
    return lab(tuple(min(1.0, max(0.0, part)) for part in mixed))


def difference(one: str, other: str, deficiency: str) -> float:
    """Return how different two colours look to somebody with this deficiency (CIE 1976; 2.3 can just be seen)."""
    pairs = zip(seen(one, deficiency), seen(other, deficiency), strict=True)
    return sum((left - right) ** 2 for left, right in pairs) ** 0.5


def test_black_on_white_has_the_contrast_wcag_states() -> None:
    """The measure used below agrees with WCAG's own example."""
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)


@pytest.mark.parametrize("family", Family)
@pytest.mark.parametrize("behind", [PAPER, BAND])
@pytest.mark.parametrize("basis", Basis)
def test_lines_stand_out_from_what_is_behind_them(family: Family, behind: str, basis: Basis) -> None:
    """Every line has a contrast of 3:1 on paper and on bands, a line nobody states included."""
    assert contrast(line_look(family, basis=basis).colour, behind) >= 3


@pytest.mark.parametrize("family", Family)
def test_labels_can_be_read(family: Family) -> None:
    """A label in its family's colour has a contrast of 4.5:1 on its plate."""
    assert contrast(line_look(family).colour, PAPER) >= 4.5


@pytest.mark.parametrize("look", ALL_BOXES)
def test_words_in_boxes_can_be_read(look: BoxLook) -> None:
    """Names and details have a contrast of 4.5:1 on their box."""
    assert min(contrast(look.ink, look.fill), contrast(look.detail, look.fill)) >= 4.5


@pytest.mark.parametrize("look", ALL_BOXES)
def test_boxes_stand_out_from_bands(look: BoxLook) -> None:
    """The outline of a box has a contrast of 3:1 on a band."""
    assert contrast(look.outline, BAND) >= 3


@pytest.mark.parametrize(("ink", "behind"), [(PAPER, TAB), (INK, PAPER), (SLATE, PAPER)])
def test_words_around_the_chart_can_be_read(ink: str, behind: str) -> None:
    """The names of bands, the title, the notes and the source have a contrast of 4.5:1."""
    assert contrast(ink, behind) >= 4.5


def test_families_can_be_told_by_dash_alone() -> None:
    """No two families have one dash, so a chart survives a black and white printer."""
    assert len({look.dash for look in LINES.values()}) == len(Family)


def test_families_can_be_told_by_head_alone() -> None:
    """No two families have one arrowhead, so lines that are dotted because they are weak can be told as well."""
    assert len({look.head for look in LINES.values()}) == len(Family)


def test_at_most_four_colours_are_strong() -> None:
    """Beside greys there are four colours at most: those whose parts of red, green and blue differ widely."""
    parts = ([int(look.colour[at : at + 2], 16) for at in (1, 3, 5)] for look in LINES.values())
    assert sum(max(rgb) - min(rgb) > 60 for rgb in parts) <= 4


@pytest.mark.parametrize("deficiency", DEFICIENCIES)
def test_families_can_be_told_by_the_colour_blind(deficiency: str) -> None:
    """Any two families differ plainly in colour; the greyest is told by its dash and by having no head."""
    strong = [family for family in Family if family is not Family.STRUCTURE]
    pairs = combinations([LINES[family].colour for family in strong], 2)
    assert min(difference(one, other, deficiency) for one, other in pairs) >= 10


@pytest.mark.parametrize("force", [Force.POWER, Force.EXPECTED])
@pytest.mark.parametrize("family", Family)
def test_weak_lines_are_dotted(family: Family, force: Force) -> None:
    """A power or an expectation is dotted, and keeps its family's colour and head."""
    weak, plain = line_look(family, force), line_look(family)
    assert max(weak.dash) < 3
    assert weak[:2] + weak[3:] == plain[:2] + plain[3:]


@pytest.mark.parametrize("family", Family)
def test_lines_nobody_states_are_thinner_and_lighter(family: Family) -> None:
    """An inferred line keeps its family's dash and head, and is thinner and lighter than a stated one."""
    inferred, stated = line_look(family, basis=Basis.INFERRED), line_look(family)
    assert inferred.width < stated.width
    assert luminance(inferred.colour) > luminance(stated.colour)
    assert inferred[2:] == stated[2:]


def test_each_family_has_a_head_of_its_own() -> None:
    """Every line shows which way it reads, and by its head alone of which family it is."""
    assert sorted(look.head for look in LINES.values()) == sorted(Head)


def test_challengers_look_the_same_in_every_tier() -> None:
    """A body that is there to challenge is seen at once, wherever it stands."""
    looks = {box_look(Box("a", "A", tier=tier, challenger=True)) for tier in Tier}
    assert looks == {CHALLENGER}


def test_a_box_nobody_states_is_dotted_on_white() -> None:
    """A box that is inferred has a dotted outline and can still be read."""
    look = box_look(Box("a", "A", tier=Tier.STRATEGIC, basis=Basis.ASSUMED))
    assert look.dash
    assert contrast(look.ink, look.fill) >= 4.5


@pytest.mark.parametrize("mark", Mark)
@pytest.mark.parametrize("behind", [PAPER, BAND])
def test_marks_stand_out(mark: Mark, behind: str) -> None:
    """The ring and the rails of a mark have a contrast of 3:1 on paper and on bands."""
    assert contrast(MARKS[mark].colour, behind) >= 3


def test_marks_can_be_told_without_colour() -> None:
    """No two marks have one dash or one sign, so that they can be told in grey and by the colour-blind."""
    assert len({look.dash for look in MARKS.values()}) == len({mark.sign for mark in Mark}) == len(Mark)

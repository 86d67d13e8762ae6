"""The Children Act 2004: relevant partners (section 10) and Children's Trust Boards (section 12A)."""

from __future__ import annotations

from trustgraph.rules.statute.descriptions import Duty, Partner, Sign, Statute

# the amendments of the Apprenticeships, Skills, Children and Learning Act 2009 to section 10
_AMENDED, _BEFORE = "2010-01-12", "2010-01-11"
_POLICING, _POLICED = "2012-11-22", "2012-11-21"
_NHS_REFORM, _NHS_UNREFORMED = "2013-04-01", "2013-03-31"

# a school, or those who head several, but no department or forum that has schools in its name
_KINDS = r"(?:(?:primary|secondary|special|upper|middle|grammar|maintained|school)\b\W+(?:and\W+)?)*"
_SCHOOL = (
    rf"^(?:representatives? of )?(?:the |local )?{_KINDS}"
    r"(?:schools?\b(?!\W*(?:forum|improvement|services))|head ?teachers?\b|heads?\b(?! of))"
)
_COUNTY = r"\bcounty council\b"

CHILDREN_ACT = Statute(
    "children-act-2004",
    "Children Act 2004",
    "Section 10(1) to (4) as in force on 1 April 2005, of which the text read ends within (4)(f); its amendments after "
    "clause 184 of the Bill of 2009, enacted as section 193 of the Apprenticeships, Skills, Children and Learning Act "
    "2009; section 12A in full. Who took the place of police authorities, Primary Care Trusts and Strategic Health "
    "Authorities from 2012 on is after the later text, not read in full. Pupil referral units and other descriptions "
    "that regulations add are not in it.",
    "Children's Trust Board",
    r"children.*\btrust\b.*\bboard\b|^(the )?trust board$",
    Duty("section 10(1)", "2005-04-01"),
    Duty("section 12A(2)", "2010-04-01"),
    (
        Partner(
            "the local authority",
            "section 10(1)(a)",
            (
                Sign(
                    r"\b(?:county|metropolitan.*|city|borough of.*|unitary) council\b(?!.*\bcommittee\b)",
                    "a council that runs children's services",
                ),
            ),
            (
                Sign(
                    r"\bDCS\b|\bdirector (?:of|for) children", "an office every such authority must fill (section 18)"
                ),
                Sign(r"^lead member\b", "a member every such authority must designate (section 19)"),
            ),
        ),
        Partner(
            "district councils",
            "section 10(4)(a)",
            (Sign(r"\b(?:district|borough)s?\b.*\bcouncils?\b|\bdistricts? & boroughs?\b", "councils of districts"),),
            where=_COUNTY,
        ),
        Partner(
            "the police authority",
            "section 10(4)(b)",
            (Sign(r"\bpolice authorit", "the police authority"),),
            until=_POLICED,
        ),
        Partner(
            "the local policing body",
            "section 10(4)(b)",
            (Sign(r"\bpolice and crime commissioner|\blocal policing body", "the local policing body"),),
            since=_POLICING,
        ),
        Partner(
            "the chief officer of police",
            "section 10(4)(b)",
            (
                Sign(
                    r"\bpolice\b(?! authorit| and crime)|\bconstabulary\b",
                    "the chief officer of police for a police area",
                ),
            ),
            (
                Sign(
                    r"\bchief constable\b|\bchief officer of\b.*\bpolice\b",
                    "the chief officer of police, or one of his",
                ),
            ),
        ),
        Partner(
            "the local probation board or trust",
            "section 10(4)(c)",
            (Sign(r"\bprobation\b", "the probation service of an area"),),
        ),
        Partner(
            "the youth offending team",
            "section 10(4)(d)",
            (Sign(r"\byouth offending (?:team|service)|^YO[ST]$", "a youth offending team"),),
        ),
        Partner(
            "the Strategic Health Authority",
            "section 10(4)(e)",
            (Sign(r"\bstrategic health authorit|^SHA$", "a Strategic Health Authority"),),
            until=_NHS_UNREFORMED,
            exempt="it need not be on the board, by regulations under section 12A(4)",
        ),
        Partner(
            "the Primary Care Trust",
            "section 10(4)(e)",
            (
                Sign(r"\bprimary care trusts?\b|\bPCTs?\b", "a Primary Care Trust"),
                Sign(
                    r"^NHS (?!.*\b(?:trusts?|provider|england|acute|foundation)\b)",
                    "NHS and a place, as Primary Care Trusts came to call themselves",
                ),
            ),
            until=_NHS_UNREFORMED,
        ),
        Partner(
            "the clinical commissioning group",
            "section 10(4) as amended in 2013",
            (Sign(r"\bclinical commissioning groups?\b|\bCCGs?\b", "a clinical commissioning group"),),
            since=_NHS_REFORM,
            until="2022-06-30",
        ),
        Partner(
            "the providers of Connexions services",
            "section 10(4)(f)",
            (
                Sign(
                    r"\bconnexions\b",
                    "services of the Learning and Skills Act 2000, section 114, later "
                    "section 68 of the Education and Skills Act 2008",
                ),
            ),
        ),
        Partner(
            "the Learning and Skills Council",
            "section 10(4)(g)",
            (
                Sign(r"\blearning (?:and |& )?skills council\b|^LSC\b", "the Learning and Skills Council"),
                Sign(
                    r"\byoung people's learning agency\b|^YPLA$",
                    "named in place of the Learning and Skills Council",
                    certain=False,
                ),
            ),
            until=_BEFORE,
        ),
        Partner(
            "the governing bodies of maintained schools",
            "section 10(4)(fa)",
            (
                Sign(r"\bgovern(?:ing bod|ors?\b)", "governors of schools"),
                Sign(_SCHOOL, "schools, which act through their governing bodies", certain=False),
            ),
            (
                Sign(r"\bgovern(?:ing bod|ors?\b)", "governors of schools"),
                Sign(_SCHOOL, "schools, which act through their governing bodies", certain=False),
            ),
            since=_AMENDED,
        ),
        Partner(
            "the proprietors of non-maintained special schools",
            "section 10(4)(fb)",
            (
                Sign(
                    r"\bnon-maintained\b.*\bschools?\b", "schools approved under section 342 of the Education Act 1996"
                ),
                Sign(r"\bspecial\b.*\bschools?\b", "special schools, of which some are not maintained", certain=False),
            ),
            since=_AMENDED,
        ),
        Partner(
            "the proprietors of Academies",
            "section 10(4)(fc)",
            (Sign(r"\bacadem(?:y|ies)\b|\bcity (?:technology )?colleges?\b", "Academies or city colleges"),),
            since=_AMENDED,
        ),
        Partner(
            "the governing bodies of further education colleges",
            "section 10(4)(fd)",
            (
                Sign(
                    r"\bfurther education\b|\bFE\b|\b(?:6th|sixth) form colleges?\b|^college ?\(?s?\)?$",
                    "colleges of the further education sector",
                ),
            ),
            since=_AMENDED,
        ),
        Partner(
            "Jobcentre Plus",
            "section 10(4)(fe)",
            (
                Sign(
                    r"\bjob ?cent(?:re|er) ?plus\b",
                    "functions of the Secretary of State under the Employment and Training Act 1973",
                ),
            ),
            since=_AMENDED,
        ),
    ),
)

"""People, organisations, roles and pronouns."""

import pytest


@pytest.fixture
def marked(nlp):
    """Label and key of each mention of a text, in order."""

    def marked(text, *labels):
        doc = nlp.get_pipe("people")(nlp.make_doc(text))
        spans = sorted(doc.spans["people"], key=lambda span: span.start)
        return [(s.label_, s.kb_id_) for s in spans if not labels or s.label_ in labels]

    return marked


PEOPLE = {
    "two words": ("Then Nina Kerr left.", "Nina Kerr"),
    "a title is no part of the name": ("Then Ms Kerr left.", "Kerr"),
    "nor are letters after it": ("Then Ann Reed OBE QPM left.", "Ann Reed"),
    "nor is what precedes a title": ("Then Vermont Sen. Ann Reed left.", "Ann Reed"),
    "a particle": ("Then Peter van der Berg left.", "Peter van der Berg"),
    "two barrels": ("Then Roy Hartley-Kerr left.", "Roy Hartley-Kerr"),
    "an apostrophe": ("Then Tom O’Neill left.", "Tom O’Neill"),
    "an initial": ("Then Ann J. Reed left.", "Ann J. Reed"),
    "accents": ("Then Gráinne Ní Dhomhnaill left.", "Gráinne Ní Dhomhnaill"),
    "an owner's s": ("Then Nina Kerr’s car left.", "Nina Kerr"),
    "a first word of a sentence": ("Nina Kerr left.", "Nina Kerr"),
    "an adverb that opens the sentence": ("Afterwards Nina Kerr left.", "Nina Kerr"),
    "an adverb of how, too": ("Understandably Nina Kerr left.", "Nina Kerr"),
    "a first name in -ly is none": ("Beverly Kerr left.", "Beverly Kerr"),
    "a small first word": ("But Nina Kerr left.", "Nina Kerr"),
    "a title and what belongs to it": ("Then Air Commodore Ann Reed left.", "Ann Reed"),
    "a title of the north": ("Then Coun Abdi Warsame left.", "Abdi Warsame"),
    "an office that is a first name": ("Then Dean Hopcroft left.", "Dean Hopcroft"),
    "an office that is a surname": ("Then Howard Dean left.", "Howard Dean"),
    "nor is an organisation before": ("Then Kent Police Ann Reed left.", "Ann Reed"),
    "nor is a month": ("In December Ann Reed left.", "Ann Reed"),
}


@pytest.mark.parametrize(("text", "name"), PEOPLE.values(), ids=PEOPLE)
def test_a_name_is_told_without_what_surrounds_it(marked, text, name):
    assert marked(text, "person") == [("person", name)]


ORGANISATIONS = {
    "its noun": ("Westmarch Police came.", "Westmarch Police"),
    "of": ("The Ministry of Justice came.", "Ministry of Justice"),
    "for": ("The Department for Education came.", "Department for Education"),
    "and": ("Then Devon and Cornwall Police came.", "Devon and Cornwall Police"),
    "an ampersand": (
        "Then Pemberly & Hill Healthcare came.",
        "Pemberly & Hill Healthcare",
    ),
    "an owner inside": (
        "The Prison Officers' Association came.",
        "Prison Officers' Association",
    ),
    "capitals": ("Then NAPO came.", "NAPO"),
    "which, and not who": ("Then Corve Larkin, which owns it, came.", "Corve Larkin"),
    "a federation": (
        "The Westmarch Police Federation came.",
        "Westmarch Police Federation",
    ),
}


@pytest.mark.parametrize(("text", "name"), ORGANISATIONS.values(), ids=ORGANISATIONS)
def test_an_organisation_is_one_name(marked, text, name):
    assert ("organisation", name) in marked(text)


ROLES = {
    "an office": ("the deputy chief constable", ("office", "constable")),
    "a force gives its noun back": (
        "Westmarch Police chief constable",
        ("office", "constable"),
    ),
    "a compound office": (
        "Police and Crime Commissioner",
        ("office", "commissioner"),
    ),
    "who speaks for others": ("a force spokeswoman", ("spokesperson", "spokeswoman")),
    "a group": ("the inspectors", ("group", "inspectors")),
    "a document": ("the report", ("voice", "report")),
    "kin": ("a mum-of-two", ("person-by-kin", "mum-of-two")),
}


@pytest.mark.parametrize(("text", "expected"), ROLES.values(), ids=ROLES)
def test_a_role_is_known_by_its_noun(marked, text, expected):
    assert expected in marked(text)


def test_two_of_one_surname_named_together_are_a_couple(marked):
    assert marked("Iain and Rosa Clarke left.", "couple", "person") == [
        ("person", "Iain Clarke"),
        ("couple", "Iain and Rosa Clarke"),
        ("person", "Rosa Clarke"),
    ]


def test_a_title_tells_the_gender(nlp):
    doc = nlp.get_pipe("people")(nlp.make_doc("Ms Kerr and Mr Reed and Dr Lo left."))

    people = [span for span in doc.spans["people"] if span.label_ == "person"]
    assert [span.id_ for span in people] == ["f", "m", ""]


def test_a_common_word_with_a_capital_is_no_name(marked):
    assert marked("Preventing crime is hard; preventing it twice is harder.") == [
        ("pronoun", "it")
    ]

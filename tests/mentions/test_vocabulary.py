"""The cue files of quotes: each example shows what its words do, each counter not."""

import pytest

from pipeline import knowledge
from pipeline.run import quotes

KNOWN = knowledge.load()


def rows(file, *names, counter=False):
    """File, cue and text of each example, or counterexample, of some cues."""
    found = [
        (name, text)
        for name, cue in KNOWN.cues[file].items()
        for text in (cue.counterexamples if counter else cue.examples)
        if not names or name in names
    ]
    return pytest.mark.parametrize(("name", "text"), found)


@pytest.fixture
def marked(nlp):
    """The mentions of a text that a component marks, in order."""

    def marked(text, group="people"):
        doc = nlp.get_pipe(group)(nlp.make_doc(text))
        return sorted(doc.spans[group], key=lambda span: span.start)

    return marked


@pytest.mark.parametrize(
    "name", [name for file in ("roles", "titles") for name in KNOWN.cues[file]]
)
def test_every_cue_has_an_example(name):
    cues = {**KNOWN.cues["roles"], **KNOWN.cues["titles"]}

    assert cues[name].examples


NO_QUOTES = ("before-a-title", "before-a-term", "terms", "after-a-title")


@rows("titles", *NO_QUOTES)
def test_what_a_title_or_a_term_names_is_no_quote(name, text):
    assert quotes(text) == [], name


@rows("titles", counter=True)
def test_other_words_in_marks_are_one(name, text):
    assert [quote.speaker.name for quote in quotes(text)] == ["Nina Kerr"], name


@rows("titles", "asides", "adverts")
def test_what_stands_between_is_passed_over(name, text):
    assert [quote.speaker.name for quote in quotes(text)] == ["Nina Kerr"], name


@rows("titles", "statement-headings")
def test_a_heading_announces_whose_statement_follows(name, text):
    assert [quote.speaker.name for quote in quotes(text)] == ["Nina Kerr"], name


@rows("roles", "before-a-role", "office", "spokesperson", "group", "voice")
def test_a_role_speaks(name, text):
    (quote,) = quotes(text)

    assert quote.speaker.name is None
    assert any(
        word in quote.speaker.role.lower() for word in KNOWN.words("roles", name)
    )


@rows(
    "roles", "offices-of-hmicfrs", "offices-of-hmi_prisons", "offices-of-hmi_probation"
)
def test_a_post_tells_its_inspectorate(name, text):
    (quote,) = quotes(text.replace("said no", "said: “No.”"))

    slug = name.removeprefix("offices-of-")
    assert quote.speaker.organisation in KNOWN.inspectorates[slug].abbreviations


@rows("roles", "kinds-of-organisations")
def test_the_name_after_a_kind_is_the_organisations(name, text):
    (quote,) = quotes(text.replace("said no", "said: “No.”"))

    assert quote.speaker.organisation == "Safe Haven", name


@rows("roles", "remits", "fields")
def test_a_field_of_work_is_no_organisation(name, text):
    (quote,) = quotes(text.replace("said no", "said: “No.”"))

    assert quote.speaker.organisation is None, name
    assert quote.speaker.role.endswith(("skills", "Operations"))


@rows("people", "titles", "titles-of-women", "titles-of-men", "before-titles", "ranks")
def test_a_title_is_no_part_of_a_name(marked, name, text):
    (person,) = [span for span in marked(text) if span.label_ == "person"]

    words = {word.lower() for word in person.kb_id_.split()}
    assert words.isdisjoint(KNOWN.words("people", name))
    assert person.start == 0


@rows("people", "letters-after-names", "capitalised-by-place")
def test_nor_is_what_else_stands_beside_it(marked, name, text):
    (person,) = [span for span in marked(text) if span.label_ == "person"]

    words = {word.lower() for word in person.kb_id_.split()}
    assert words.isdisjoint(KNOWN.words("people", name))


@rows("people", "before-titles", counter=True)
def test_without_a_title_the_word_belongs_to_the_name(marked, name, text):
    assert [span.label_ for span in marked(text)] == ["organisation"], name


@rows("people", "nouns-of-organisations", "possessive-in-names")
def test_a_noun_tells_an_organisation(marked, name, text):
    assert [span.label_ for span in marked(text)] == ["organisation"], name


@rows("people", "nouns-of-organisations", "no-people", counter=True)
def test_without_it_a_person_is_meant(marked, name, text):
    assert [span.label_ for span in marked(text)] == ["person"], name


@rows("people", "no-people")
def test_a_word_of_places_names_nobody(marked, name, text):
    assert "person" not in [span.label_ for span in marked(text)], name


@rows("names")
def test_a_first_name_tells_a_woman_from_a_man(marked, name, text):
    told = {"female": "f", "male": "m", "either": ""}
    (span,) = marked(text)
    assert (span.label_, span.id_) == ("person", told[name])


@rows("names", counter=True)
def test_another_first_name_does_not(marked, name, text):
    assert name[0] not in [span.id_ for span in marked(text)]


@pytest.mark.parametrize("gender", ["female", "male"])
def test_no_first_name_is_of_both(gender):
    other = {"female": "male", "male": "female"}[gender]

    assert set(KNOWN.words("names", gender)).isdisjoint(KNOWN.words("names", other))


KINDS = ("office", "spokesperson", "group", "voice", "person-by-kin")


@pytest.mark.parametrize("kind", KINDS)
def test_each_word_of_a_role_is_marked_as_one(marked, kind):
    for word in KNOWN.words("roles", kind):
        (span,) = [s for s in marked(f"Then the {word} left.") if s.label_ in KINDS]

        assert span.text == word


@rows("marks")
def test_an_elision_opens_no_quotation(marked, name, text):
    assert marked(text, "quotes") == [], name


@rows("marks", counter=True)
def test_a_mark_before_a_name_does(marked, name, text):
    assert len(marked(text, "quotes")) == 1, name


@rows("sentences")
def test_an_abbreviation_ends_no_sentence(marked, name, text):
    assert len(marked(text, "sentences")) == 1, name


@rows("sentences", counter=True)
def test_a_full_stop_elsewhere_does(marked, name, text):
    assert len(marked(text, "sentences")) > 1, name


@rows("deeds")
def test_a_deed_tells_a_role(name, text):
    (quote,) = quotes(text.replace("said no", "said: “No.”"))

    assert quote.speaker.role == name


@rows("roles", "leading-an-inspection")
def test_who_led_the_inspection_is_its_lead_inspector(name, text):
    (quote,) = quotes(text.replace("said no", "said: “No.”"))

    assert quote.speaker.role == "lead inspector", name


@rows("people", "before-firms", "firms")
def test_a_firm_is_nobody(marked, name, text):
    assert [span.label_ for span in marked(text)][-1:] == ["organisation"], name


@rows("people", "before-firms", "firms", counter=True)
def test_who_leads_is_somebody(marked, name, text):
    assert [span.label_ for span in marked(text)][-1:] == ["person"], name


@rows("interviews")
def test_who_is_asked_speaks(name, text):
    assert [quote.speaker.name for quote in quotes(text)] == ["Nina Kerr"], name


@rows("interviews", counter=True)
def test_who_is_only_named_beside_others_does_not(name, text):
    assert [quote.speaker for quote in quotes(text)] == [None], name

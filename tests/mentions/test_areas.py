"""Areas are found by the stems of their words, whatever stands between them."""

import pytest

from pipeline.wordings import key_of, lexicon


@pytest.fixture
def keys(nlp):
    """The keys of the areas in a text, the longest from each place."""

    def of(text):
        doc = nlp(text)
        longest = {}
        for span in doc.spans["areas"]:
            longest[span.start] = max(
                longest.get(span.start, (0, "")), (span.end, span.kb_id_)
            )
        return [key for _, key in longest.values()]

    return of


@pytest.mark.parametrize(
    "text",
    [
        "responding to the public",
        "its response to the public",
        "how well it responds to the public",
        "how quickly the force responded to the public",
        "Responding To The Public",
    ],
)
def test_inflections_of_an_area_are_the_same_area(text, keys):
    assert keys(text)[0] == "respond public"


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("crime is investigated", "crim investig"),
        ("crime investigation", "crim investig"),
        ("how offenders are managed", "offender manag"),
        ("protection of the most vulnerable people", "protect vulnerable people"),
        (
            "building supporting and protecting its workforce",
            "build support protect workforc",
        ),
        (
            "Building, supporting, and protecting the workforce",
            "build support protect workforc",
        ),
        (
            "preventing crime and antisocial behaviour",
            "prevent crim anti social behaviour",
        ),
        (
            "preventing crime and anti-social behaviour",
            "prevent crim anti social behaviour",
        ),
        ("being well-led", "well led"),
    ],
)
def test_order_marks_and_spelling_may_differ(text, key, keys):
    assert key in keys(text)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("responding. The public was told", "respond public"),
        ("managing risk, offenders said", "manag offender"),
        ("leaders and managers of prisons", "leadership manag"),
    ],
    ids=["over a full stop", "over another word", "other words of the same look"],
)
def test_words_that_only_stand_near_each_other_are_no_area(text, key, keys):
    assert key not in keys(text)


def test_every_wording_of_every_framework_is_found(known, keys):
    lost = [
        (framework.slug, wording)
        for framework in known.frameworks.values()
        for area in framework.areas
        for wording in area.all_wordings
        if _key(known, wording) and _key(known, wording) not in keys(wording)
    ]

    assert lost == []


def _key(known, wording):
    words = lexicon(known)
    return key_of(wording, words.families, words.fillers)

"""Whom words stand for where nobody is named beside them: the one told of before."""

import pytest

from pipeline.run import quotes

LAST = {
    "the mum of four is the one who spoke": (
        (
            "Cara Dell, whose son was there, was cross. “It rains in,” the mum of four,"
            " from Saltby, said."
        ),
        ("Cara Dell", "mum of four", None),
    ),
    "the mother of one prisoner is another": (
        "Ann Reed was calm. The mother of one prisoner said: “It rains in.”",
        (None, "mother of one", None),
    ),
    "the officer, after a chief constable": (
        "Chief Constable Tom Lo said it was hard. The officer added: “We pay.”",
        ("Tom Lo", "Chief Constable", None),
    ),
    "the officer, after somebody else": (
        "Shopkeeper Tom Lo said it was hard. The officer added: “We pay.”",
        (None, "officer", None),
    ),
    "who was asked whether others would be told": (
        (
            "Director Ann Reed was there. Asked whether pupils would be told, she said "
            "they had been sent “a balanced summary”."
        ),
        ("Ann Reed", "Director", None),
    ),
    "a name with a place after and": (
        "And Ann Reed in accounts, who was there, told me: “It rains in.”",
        ("Ann Reed", None, None),
    ),
    "the lead inspector, by name in another sentence": (
        (
            "The lead inspector was Ann Reed. It was cold. The lead inspector writes: "
            "“Children spoke of it warmly.”"
        ),
        ("Ann Reed", "lead inspector", None),
    ),
    "one among them": (
        (
            "Families were called in. Among them was Tom Lo, whose mum lives there.\n\n"
            "“You lie awake at night,” he said."
        ),
        ("Tom Lo", None, None),
    ),
    "what a paragraph goes on to report": (
        (
            "Most pupils do well, inspectors said. In a few classes, though, “the "
            "work is slow because teachers talk too much”."
        ),
        (None, "inspectors", None),
    ),
    "a question before the answer": (
        "When asked who pays, Mrs Reed smiled and said, “We do.”",
        ("Reed", None, None),
    ),
    "a verb that opens its sentence": (
        "Said Ann Reed, who has two boys at the school, “We do.”",
        ("Ann Reed", None, None),
    ),
    "a head of something": (
        "Head of school Ann Reed went further, saying, “We pay.”",
        ("Ann Reed", "Head of school", None),
    ),
    "whose answer it is": (
        "“We accept it,” was the response of chief executive Tom Lo.",
        ("Tom Lo", "chief executive", None),
    ),
    "from where an answer comes": (
        "“We accept it,” came the reply from Saltby Council.",
        (None, None, "Saltby Council"),
    ),
    "one of the parents": (
        "Parents at the gate were cross. “It rains in,” said one, who left.",
        (None, "parent", None),
    ),
    "another, whose son": (
        "Another, whose son is in Year 9, said: “It rains in.”",
        (None, None, None),
    ),
    "a message after and": (
        "Ann Reed won.\n\nAnd she had a message for parents: “Bear with us.”",
        ("Ann Reed", None, None),
    ),
    "who after an office": (
        "It was Sam Tull, secretary of the Saltby branch, who said: “We pay.”",
        ("Sam Tull", "secretary", "Saltby branch"),
    ),
    "how somebody describes it": (
        "“A wake-up call” is how Dr Lund, the medical director, described it.",
        ("Lund", "medical director", None),
    ),
    "where it was said is not who said it": (
        "The MP for Saltby, Sir Tom Lo, took to Facebook to say: “We pay.”",
        ("Tom Lo", "MP", "Saltby"),
    ),
    "the wife, not the husband": (
        "Tom Lo was calm. Mr Lo's wife Jean nodded: “It rains in.”",
        ("Jean", "wife", None),
    ),
    "in somebody's words": (
        "Tom Lo was low. It was, in Mr Lo's words, “the worst week yet”.",
        ("Tom Lo", None, None),
    ),
    "somebody of a union": (
        "“It's a scandal,” according to Pat Quill of Unite.",
        ("Pat Quill", None, "Unite"),
    ),
    "an officer of a force": (
        "Inspector Dev Pillai of Saltby Police said he was “chastened”.",
        ("Dev Pillai", "Inspector", "Saltby Police"),
    ),
    "a party's councillor": (
        "Said Plaid Lunn councillor Iestyn Rees: “It's good.”",
        ("Iestyn Rees", "councillor", None),
    ),
    "a surname that is a first name as well": (
        "Partner Nadia Hussain came.\n\nDr Hussain said: “We pay.”",
        ("Nadia Hussain", "Partner", None),
    ),
    "a headline with a verb after the name": (
        "Ann Reed Slams Council\n\nAnn Reed was in Saltby.\n\nReed said: “We pay.”",
        ("Ann Reed", None, None),
    ),
    "kin of any number is a role and no name": (
        "Dad-of-twins Rufus Penn said it was “a hatchet job”.",
        ("Rufus Penn", "Dad-of-twins", None),
    ),
    "a word that opens the sentence is nobody's organisation": (
        "Fuming mum-of-one Cara Dell said: “It made me sick.”",
        ("Cara Dell", "mum-of-one", None),
    ),
    "a place before kin stays": (
        (
            "We met Cara. She and Saltby mum Cara Dell are one: “It made me sick,” "
            "said Saltby mum Cara Dell."
        ),
        ("Cara Dell", "mum", "Saltby"),
    ),
    "the fund manager is the one who spoke": (
        (
            "Rufus Penn said it was “a hatchet job”.\n\n“The girls adore it,” insisted "
            "the hedge fund manager."
        ),
        ("Rufus Penn", "hedge fund manager", None),
    ),
    "the dad is the one who spoke": (
        (
            "Rufus Penn, 44, said it was “a hatchet job”.\n\n“The girls adore it,” "
            "added the dad."
        ),
        ("Rufus Penn", "dad", None),
    ),
    "the headteacher is whoever the text calls so": (
        (
            "Headteacher Ann Reed said: “We will act.”\n\nTom Lowe said: “I'm "
            "cross.”\n\n“We have a plan,” said the headteacher."
        ),
        ("Ann Reed", "Headteacher", None),
    ),
    "a headteacher whom nobody named is not the parent who spoke": (
        "Tom Lowe said: “I'm cross.”\n\n“We have a plan,” said the headteacher.",
        (None, "headteacher", None),
    ),
    "another mum is not the first": (
        (
            "Mum-of-one Cara Dell said: “It made me sick.”\n\nAnother mum, who gave no "
            "name, said: “It's a secret.”"
        ),
        (None, "mum", None),
    ),
    "they are the inspectors of the same sentence": (
        (
            "It was graded inadequate after inspectors came across what they called “a "
            "queue of unread referrals”."
        ),
        (None, "inspectors", None),
    ),
    "one young person, inside what the report says": (
        (
            "The report says the hub “feels like a front room”, with one young person "
            "describing it as “where I go after a rubbish day”."
        ),
        (None, "young person", None),
    ),
    "he is whom I went to see": (
        (
            "Your Mouse has read it.\n\nI went to see Dr Paresh Venn, who has been "
            "senior partner since Dr Orme retired. He didn't duck it.\n\n“The letters "
            "keep me awake,” he told me."
        ),
        ("Paresh Venn", "senior partner", None),
    ),
    "he is whom my favourite review came from": (
        (
            "Our chair, Tom Leary, said: “You did this.”\n\nMy favourite review came "
            "from Alfie in Year 1, who stopped me by the pegs. “Are we allowed to be "
            "naughty now?” he asked."
        ),
        ("Alfie", None, None),
    ),
    "a paragraph that is read out is the report's": (
        (
            "This is the paragraph that I read out in assembly:\n\n“Pupils look after "
            "one another. Older children notice when someone is alone.”"
        ),
        (None, "paragraph", None),
    ),
    "under a clip speaks whom the line before is about": (
        (
            "SCRIPT:\n\nCharlotte Amery led the inspection.\n\nCLIP:\n\n“On a "
            "Wednesday we counted the men. It was 71.”"
        ),
        ("Charlotte Amery", None, None),
    ),
    "under a numbered clip speaks whom the line before reports": (
        (
            "SCRIPT:\n\nHead Ann Reed met Mr Tom Orme. Ms Reed told Saltby FM that the "
            "workshops had closed.\n\nSOUNDBITE 2 (0:23):\n\n“I'm not hiding behind "
            "anything, but I can't magic up teachers.”"
        ),
        ("Ann Reed", "Head", None),
    ),
    "under a clip speaks whose partner it is": (
        (
            "SCRIPT:\n\nSheena's partner has been there since May. We've changed her "
            "name.\n\nCLIP:\n\n“He's done one course. One.”"
        ),
        ("Sheena", None, None),
    ),
    "a clip with nobody before it has no speaker": (
        "CLIP:\n\n“He's done one course. One. It took him a day.”",
        None,
    ),
}


@pytest.mark.parametrize(("text", "speaker"), LAST.values(), ids=LAST)
def test_whom_the_last_words_are_of(text, speaker):
    last = [quote for quote in quotes(text) if quote.kind != "indirect"][-1].speaker

    assert (last and (last.name, last.role, last.organisation)) == speaker

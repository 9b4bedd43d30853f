"""Who said what: turns, cues, speakers, references, repeats."""

import pytest

from pipeline.document import BlockType, Document, Piece
from pipeline.findings import QuoteFinding
from pipeline.issues import Issue
from pipeline.link import Reading
from pipeline.link.quotes import find
from pipeline.mentions import mark
from pipeline.readers import read_text
from pipeline.run import quotes
from pipeline.segment import segment


def said(text):
    """Text and speaker (name, else role, else organisation) of each quote."""
    return [
        (quote.text, voice(quote.speaker))
        for quote in quotes(text)
        if quote.kind != "indirect"
    ]


def voice(speaker):
    return speaker and (speaker.name or speaker.role or speaker.organisation)


SHAPES = {
    "said before": (
        "Mara Voss said: “It failed.”",
        [("It failed.", "Mara Voss")],
    ),
    "said after": (
        '"It failed in March," Mara Voss said.',
        [("It failed in March,", "Mara Voss")],
    ),
    "inverted": (
        "“It failed,” said Mara Voss, an engineer.",
        [("It failed,", "Mara Voss")],
    ),
    "interrupted by its clause": (
        '"It failed," said Mara Voss. "Nobody looked."',
        [("It failed, Nobody looked.", "Mara Voss")],
    ),
    "interrupted inside a sentence": (
        '"If it fails," Mara Voss said, "we pay."',
        [("If it fails, we pay.", "Mara Voss")],
    ),
    "each paragraph opens, the last closes": (
        "Mara Voss said: “It failed.\n\n“Nobody looked.\n\n“Never again.”",
        [("It failed. Nobody looked. Never again.", "Mara Voss")],
    ),
    "every paragraph closes": (
        "Mara Voss said: “It failed.”\n\n“Nobody looked.”",
        [("It failed. Nobody looked.", "Mara Voss")],
    ),
    "a nest that ends a sentence of what is never closed": (
        "Mara Voss said: “A boy told us, ‘She came. She did.’ It failed.\n\n“Never.”",
        [("A boy told us, ‘She came. She did.’ It failed. Never.", "Mara Voss")],
    ),
    "a single mark for a double one": (
        "Mara Voss said: “It failed, ‘all of it’, in March.’",
        [("It failed, ‘all of it’, in March.", "Mara Voss")],
    ),
    "then again, after a pause": (
        "“It failed,” said Mara Voss. Then, after a bit: “Nobody looked at it.”",
        [("It failed,", "Mara Voss"), ("Nobody looked at it.", "Mara Voss")],
    ),
    "an advert between the paragraphs": (
        "Mara Voss said: “It failed.\n\n- Advertisement -\n\n“Nobody looked.”",
        [("It failed. Nobody looked.", "Mara Voss")],
    ),
    "paragraph breaks lost": (
        'Mara Voss said:\n“It failed. “Nobody looked. “Never again."',
        [("It failed. Nobody looked. Never again.", "Mara Voss")],
    ),
    "paragraph breaks lost, and somebody else after": (
        "Mara Voss said: “It failed. “Nobody looked.” Ann Reed said: “No.”",
        [("It failed. Nobody looked.", "Mara Voss"), ("No.", "Ann Reed")],
    ),
    "the clause ends the paragraph before": (
        "Mara Voss, who leads the council, said:\n\n“It failed.”",
        [("It failed.", "Mara Voss")],
    ),
    "a new introduction begins a new quote": (
        "Mara Voss said: “It failed.”\n\nShe added: “Nobody looked.”",
        [("It failed.", "Mara Voss"), ("Nobody looked.", "Mara Voss")],
    ),
    "a statement without any marks": (
        "Mara Voss said:\n\nI am sorry for what we did.\n\nWe failed.\n\nShe left.",
        [("I am sorry for what we did. We failed.", "Mara Voss")],
    ),
    "a fragment and the sentence after it": (
        "Mara Voss said she was “not amused”. “We worked hard,” she said.",
        [("not amused", "Mara Voss"), ("We worked hard,", "Mara Voss")],
    ),
    "single marks and apostrophes": (
        "Mara Voss said: 'The officers' work wasn't seen, and that's that.'",
        [("The officers' work wasn't seen, and that's that.", "Mara Voss")],
    ),
    "doubled single marks": (
        "''It failed,'' Mara Voss said. ''Nobody looked.''",
        [("It failed, Nobody looked.", "Mara Voss")],
    ),
    "guillemets": (
        "Mara Voss said: «It failed.»",
        [("It failed.", "Mara Voss")],
    ),
    "curly to open, straight to close": (
        'Mara Voss said: “It failed."',
        [("It failed.", "Mara Voss")],
    ),
    "quoted inside the quote": (
        "Mara Voss said: “He told me ‘go home’ twice.”",
        [("He told me ‘go home’ twice.", "Mara Voss")],
    ),
    "a dash and an ellipsis": (
        "“It failed…” said Mara Voss – “and nobody looked.”",
        [("It failed… and nobody looked.", "Mara Voss")],
    ),
}


@pytest.mark.parametrize(("text", "expected"), SHAPES.values(), ids=SHAPES)
def test_a_turn_is_whole(text, expected):
    assert expected == said(text)


NO_QUOTES = {
    "a grade label": "Northshire Police was graded ‘requires improvement’ overall.",
    "a status": "The force has been in 'special measures' since May.",
    "a title": 'Her report, entitled "Keeping Northshire Safe", runs to nine pages.',
    "a title with a noun": 'They run the "Safer Streets" campaign in Saltby.',
    "a programme": 'He spoke on "Farming Today", as he does each week.',
    "a term": "It entered what officers know as 'Closer Watch' in spring.",
    "a term before a noun": 'An "opt-out" movement has begun in the town.',
    "a long term before a noun": 'Mara Voss runs a "pay what you can" café in Saltby.',
    "a nickname": 'Mark "Jonesy" Jones, 51, drives the bus.',
    "the name of an area": (
        "Inspectors found ‘behaviour and attitudes’ and ‘quality of education’ good."
    ),
    "the question of an area": "It answers ‘How good are outcomes?’ in its report.",
    "apostrophes alone": "The officers' dogs' kennels weren't cleaned in the '90s.",
    "letters left out": "Rock 'n' roll, 'em and 'twas open nothing here.",
    "a cross-head": "Mara Voss was cross.\n\n'Left at risk'\n\nNobody came.",
    "a double-marked cross-head": (
        'Mara Voss said: "It failed."\n\n"No child should be scared"\n\nNobody came.'
    ),
}


@pytest.mark.parametrize("text", NO_QUOTES.values(), ids=NO_QUOTES)
def test_marks_alone_make_no_quote(text):
    assert [words for words, _ in said(text) if words != "It failed."] == []


SPEAKERS = {
    "rank before the name": (
        "Chief Constable Idris Penhallow said: “It failed.”",
        ("Idris Penhallow", "Chief Constable", None),
    ),
    "force, rank and name": (
        "Westmarch Police chief constable Idris Penhallow said: “It failed.”",
        ("Idris Penhallow", "chief constable", "Westmarch Police"),
    ),
    "name, rank of force": (
        "Idris Penhallow, chief constable of Westmarch Police, said: “It failed.”",
        ("Idris Penhallow", "chief constable", "Westmarch Police"),
    ),
    "the force's rank, name": (
        "The force's chief constable, Idris Penhallow, said: “It failed.”",
        ("Idris Penhallow", "chief constable", None),
    ),
    "letters after the name, an honour before": (
        "Dame Oriel Fanshawe DBE, HM Inspector of Constabulary, said: “It failed.”",
        ("Oriel Fanshawe", "HM Inspector of Constabulary", "HMICFRS"),
    ),
    "particles and two barrels": (
        "“It failed,” said Dr Anneliese van den Hoek-Reed.",
        ("Anneliese van den Hoek-Reed", None, None),
    ),
    "accents and small words": (
        "“It failed,” said Siobhán Ní Dhuibhne, chair of governors.",
        ("Siobhán Ní Dhuibhne", "chair of governors", None),
    ),
    "who does something": (
        "Simon Reed, who chairs the Northshire Police Federation: “It failed.”",
        ("Simon Reed", "chair", "Northshire Police Federation"),
    ),
    "who took over as": (
        "Ann Reed, who took over as head this spring, said: “It failed.”",
        ("Ann Reed", "head", None),
    ),
    "a bracket and an age": (
        "Tom Reed (Con, Abbey), 61, opposition leader, said: “It failed.”",
        ("Tom Reed", "opposition leader", None),
    ),
    "of an organisation": (
        "Bev Reed, of Saltby Women's Centre, said: “It failed.”",
        ("Bev Reed", None, "Saltby Women's Centre"),
    ),
    "its officer": (
        "Unison is angry. Its regional secretary, Wendell Frost, said: “It failed.”",
        ("Wendell Frost", "regional secretary", "Unison"),
    ),
    "an aside between dashes": (
        "Superintendent Raj Thandi – who leads the team – said: “It failed.”",
        ("Raj Thandi", "Superintendent", None),
    ),
    "a spokesperson for": (
        "A spokesperson for the Home Office said: “It failed.”",
        (None, "spokesperson", "Home Office"),
    ),
    "a firm named just before": (
        "Goldcrest Care Ltd was told. A spokeswoman for the firm said: “It failed.”",
        (None, "spokeswoman", "Goldcrest Care Ltd"),
    ),
    "a post of one inspectorate": (
        "Chief Inspector of Prisons Ann Reed said: “It failed.”",
        ("Ann Reed", "Chief Inspector of Prisons", "HMI Prisons"),
    ),
    "an owner's spokesperson": (
        "A spokesperson for the home's owner, Vale Healthcare, said: “It failed.”",
        (None, "spokesperson", "Vale Healthcare"),
    ),
    "a ministry's spokesperson": (
        "A Department for Education spokesperson said: “It failed.”",
        (None, "spokesperson", "Department for Education"),
    ),
    "a group": (
        "Ofsted came in May. Inspectors said: “It failed.”",
        (None, "Inspectors", "Ofsted"),
    ),
    "a document": (
        "Ofsted came in May. The report said: “It failed.”",
        (None, "report", "Ofsted"),
    ),
    "it is the document": (
        "In a report, inspectors from Ofsted wrote: “No.” It added: “It failed.”",
        (None, "report", "Ofsted"),
    ),
    "an organisation": (
        "The Prison Officers' Association said: “It failed.”",
        (None, None, "Prison Officers' Association"),
    ),
    "a voice without a name": (
        "One foster carer, who did not want to be named, said: “It failed.”",
        (None, "foster carer", None),
    ),
    "the addressee is not the speaker": (
        "Mara Voss told Ann Reed: “It failed.”",
        ("Mara Voss", None, None),
    ),
    "the introduction is not the speaker": (
        "Asked if Ann Reed would resign, Mara Voss replied: “It failed.”",
        ("Mara Voss", None, None),
    ),
    "a relative clause": (
        "It was Mara Voss who said: “It failed.”",
        ("Mara Voss", None, None),
    ),
    "a shared subject": (
        "Mara Voss praised the crew, attacked the council and said: “It failed.”",
        ("Mara Voss", None, None),
    ),
    "two clauses, the outer one": (
        "Mara Voss said she hoped it was “not too late for them”.",
        ("Mara Voss", None, None),
    ),
    "at the end of the sentence": (
        "The bridge was “a death trap” for years, Mara Voss said.",
        ("Mara Voss", None, None),
    ),
    "according to": (
        "The bridge was “a death trap”, according to Mara Voss.",
        ("Mara Voss", None, None),
    ),
    "a noun of speaking": (
        "Mara Voss was asked in Leeds. “I am not surprised,” was her verdict.",
        ("Mara Voss", None, None),
    ),
    "a noun of speaking that is what follows": (
        "The union’s answer was that the bridge was “a death trap for us all”.",
        (None, "union", None),
    ),
    "a noun of speaking with a pronoun's owner": (
        "Mara Voss came to Leeds. Her view is that “it should never have opened”.",
        ("Mara Voss", None, None),
    ),
    "a clause with as after the words": (
        "The bridge was a “death trap for us all”, as Mara Voss put it.",
        ("Mara Voss", None, None),
    ),
    "what was written long ago": (
        "As Mara Voss had written a few years earlier, “It will fail us all.”",
        ("Mara Voss", None, None),
    ),
    "for whom it is so": (
        "For Mara Voss, the bridge is “a dream come true for us all”.",
        ("Mara Voss", None, None),
    ),
    "to whom it is so, by a pronoun": (
        "Mara Voss came to Leeds. To her, the bridge is “a dream come true for us”.",
        ("Mara Voss", None, None),
    ),
    "a name after a dash": (
        "“It failed us in March.” – Mara Voss",
        ("Mara Voss", None, None),
    ),
    "a report's words without a verb for them": (
        "The report paints a picture of a force “struggling to cope with demand”.",
        (None, "report", None),
    ),
    "by whom it was said": (
        "Her words were echoed by Mara Voss: “It failed.”",
        ("Mara Voss", None, None),
    ),
    "a missing second comma": (
        "Ann Reed, Chair of Saltby Fire Authority said: “It failed.”",
        ("Ann Reed", "Chair", "Saltby Fire Authority"),
    ),
    "a portfolio with commas": (
        "Dev Reed, Lead Member for Children, Young People and Families, said: “No.”",
        ("Dev Reed", "Lead Member for Children, Young People and Families", None),
    ),
    "an answer in an interview": (
        "Chief fire officer Ann Reed talks to us.\n\nWas it hard?\n\n“It was, yes.”",
        ("Ann Reed", "Chief fire officer", None),
    ),
    "two with one voice": (
        "Head Ann Reed and chair Tom Lo said in a joint statement: “It failed.”",
        ("Ann Reed and Tom Lo", "Head and chair", None),
    ),
    "two with one voice, each with an office after the name": (
        "Ann Reed, chief nurse, and Tom Lo, head of care, said: “It failed.”",
        ("Ann Reed and Tom Lo", "chief nurse and head of care", None),
    ),
    "two with one voice, of whom more is told": (
        "Dr Ann Reed and Dr Tom Lo, who took over in May, said: “It works.”",
        ("Ann Reed and Tom Lo", None, None),
    ),
    "a message of somebody named before": (
        "Ann Reed, chair of governors, came on Monday. Her message to us: “It worked.”",
        ("Ann Reed", "chair of governors", None),
    ),
    "a letter of whoever wrote it": (
        "The chair of trustees wrote to staff. “You did it,” the letter began.",
        (None, "chair of trustees", None),
    ),
    "whoever was rung, not who rang": (
        "I rang the head, Tom Reed, to ask how he was.\n\n“I am well,” he said.",
        ("Tom Reed", "head", None),
    ),
    "the one told of, not where he lives": (
        "It is a fear that Tom Reed, in Mill Row, has too.\n\n“I rang,” he said.",
        ("Tom Reed", None, None),
    ),
    "who said it, not of whom it was said": (
        "Ann Reed said the worst was to get Tom Lo to believe her. “It was hard.”",
        ("Ann Reed", None, None),
    ),
    "a deputy of somewhere else": (
        "The head, Ann Reed, spoke. “We wait for it,” said Fenby’s deputy head.",
        (None, "deputy head", "Fenby"),
    ),
    "a thing to which something goes": (
        "The mill will pass to the diocese, which said it would “listen to all first”.",
        (None, "diocese", None),
    ),
    "a numbered paragraph": (
        "2.3 HM Inspector of Fire and Rescue Services, Per Lund, wrote: “It is so.”",
        ("Per Lund", "HM Inspector of Fire and Rescue Services", "HMICFRS"),
    ),
    "an item of a list of what was found": (
        "Inspectors found that:\n\n- it was clean\n- staff “sat up all night” again.",
        (None, "Inspectors", None),
    ),
    "a line below that says whose child it is": (
        "“Mum is so happy here. What else?”\n\nDaughter of a resident\n\nIt is so.",
        (None, "Daughter of a resident", None),
    ),
    "who an office is said to be": (
        "Our chair is Mrs Ann Reed.\n\nShe writes: “It worked.”\n\nTom Lo\nHead",
        ("Ann Reed", "chair", None),
    ),
    "letters that are a seat": (
        "Ann Reed MSP said: “It failed.”",
        ("Ann Reed", "MSP", None),
    ),
    "a rank, where nothing else is told": (
        "Det Ch Supt Ann Reed said: “It failed.”",
        ("Ann Reed", "Det Ch Supt", None),
    ),
    "a post with a capital field": (
        "Domestic Abuse Commissioner Ann Reed said: “It failed.”",
        ("Ann Reed", "Domestic Abuse Commissioner", None),
    ),
    "for an organisation": (
        "Dr Iain Reed, for Saltby Health Board, said: “It failed.”",
        ("Iain Reed", None, "Saltby Health Board"),
    ),
    "a charity by name": (
        "Ann Reed, chief executive of the abuse charity Safe Haven, said: “No.”",
        ("Ann Reed", "chief executive", "Safe Haven"),
    ),
    "a predicate in the relative clause": (
        "But Tom Reed, who teaches and is branch secretary of the NEU, said: “No.”",
        ("Tom Reed", "branch secretary", "NEU"),
    ),
    "a predicate before a second verb": (
        "The head, Ann Reed, was too busy with SATs to talk but did send this: “No.”",
        ("Ann Reed", "head", None),
    ),
    "an owner's office of a field, a rare name": (
        "Its Executive Director of Children's Services, Per Lund, said: “No.”",
        ("Per Lund", "Executive Director of Children's Services", None),
    ),
    "a party's spokeswoman": (
        "Labour's Home Affairs spokeswoman, Joy Reed, blamed “a decade of doing less”.",
        ("Joy Reed", "Home Affairs spokeswoman", "Labour"),
    ),
    "a name with an article is no person's": (
        "The Lantern Keepers said stalking was “still treated as a nuisance”.",
        (None, None, "Lantern Keepers"),
    ),
    "a title of two words": (
        "“We are whole again,” said Air Commodore Philip Strang.",
        ("Philip Strang", None, None),
    ),
    "a year before the verb": (
        "The mother of a man who died there in 2023 said it was “what I told them”.",
        (None, "mother", None),
    ),
    "one of those before": (
        "It lacks probation officers. One told inspectors: “I count them like sheep.”",
        (None, "probation officer", None),
    ),
    "one of nobody named": (
        "It rained all week. One told Ofsted: “I count them like sheep.”",
        (None, None, None),
    ),
    "who asks is not who answers": (
        "Ann Reed spoke. Asked by Abdi Lo if it would, she replied: “Ask me.”",
        ("Ann Reed", None, None),
    ),
    "told of is not telling": (
        "Inspector Ann Reed said one woman had called.\n\n“It failed,” she said.",
        ("Ann Reed", "Inspector", None),
    ),
    "somebody without a name is told of": (
        "Ann Reed is head.\n\nInspectors met a pupil who rows. “I row,” she said.",
        (None, "pupil", None),
    ),
    "where somebody is named she is meant": (
        "Ann Reed is head.\n\nThey told Ann Reed of a girl who rows. “I do,” she said.",
        ("Ann Reed", None, None),
    ),
    "the subject of the sentence before": (
        "Ann Reed is head. The inspector liked the hens. “They shine,” he writes.",
        (None, "inspector", None),
    ),
    "they are the inspectors": (
        "Inspectors who came in May were pleased. They said it was “a calm school”.",
        (None, "Inspectors", None),
    ),
    "a pronoun goes on with a fragment": (
        "Ann Reed says she is “pleased”. She has “worries about the way some talk”.",
        ("Ann Reed", None, None),
    ),
    "a label before the answer": (
        "Echo: Why?\n\nDr Ann Reed: It failed.\n\nEcho: When?\n\nDr Ann Reed: In May.",
        ("Ann Reed", None, None),
    ),
    "an A before the answer": (
        "Ann Reed answered us.\n\nQ: Why?\n\nA: It failed.\n\nQ: When?\n\nA: In May.",
        ("Ann Reed", None, None),
    ),
    "who leads what has no name": (
        "Ann Reed, who leads the opposition and is no friend, said: “It failed.”",
        ("Ann Reed", "opposition leader", None),
    ),
    "an office of young people": (
        "Cllr Imelda Frost, Lead Member for Children and Young People, said: “No.”",
        ("Imelda Frost", "Lead Member for Children and Young People", None),
    ),
    "one after a conjunction": (
        "As one firefighter put it, “nobody asks us”.",
        (None, "firefighter", None),
    ),
    "a group after a conjunction": (
        "It changed after firefighters said: “It failed.”",
        (None, "firefighters", None),
    ),
    "an answer under a question, one person in the lead": (
        "Ann Reed has led us since May.\n\nWas it hard?\n\n“It was, yes, very.”",
        ("Ann Reed", None, None),
    ),
    "a letter before each answer": (
        "Ann Reed leads.\n\nQ. Why?\n\nA. It failed.\n\nQ. When?\n\nA. In May.",
        ("Ann Reed", None, None),
    ),
    "a verb nobody listed": (
        "“It failed,” Mara Voss riffed.",
        ("Mara Voss", None, None),
    ),
    "a day before the subject": (
        "Today Ann-Lise Reed, the trust's chief nurse, said: “It failed.”",
        ("Ann-Lise Reed", "chief nurse", None),
    ),
    "a night before an organisation that a clause describes": (
        "Last night the Vale Schools Trust, which runs it, said: “It failed.”",
        (None, None, "Vale Schools Trust"),
    ),
    "an organisation between office and name": (
        "Deputy chief constable of Northshire Police Ann Reed said: “It failed.”",
        ("Ann Reed", "Deputy chief constable", "Northshire Police"),
    ),
    "an organisation, a bracket, an office and a name": (
        "Lowick Medical Centre (pictured) practice manager Ann Reed said: “No.”",
        ("Ann Reed", "practice manager", "Lowick Medical Centre"),
    ),
    "two offices of one person before the name": (
        "Principal and CEO Ann Reed said: “It failed.”",
        ("Ann Reed", "Principal and CEO", None),
    ),
    "two offices of one person after the name": (
        (
            "Ann Reed, chief executive of Vale Trust and principal of Lowick College, "
            "said: “It failed.”"
        ),
        ("Ann Reed", "chief executive", "Vale Trust"),
    ),
    "two people with an office each": (
        (
            "Ann Reed, the manager of Lowick Lodge in Saltby, Kent, and Jane Voss, the "
            "owner, wept. Ms Reed said: “It failed.”"
        ),
        ("Ann Reed", "manager", "Lowick Lodge in Saltby"),
    ),
    "abbreviated ranks": (
        "Dpt Ch Cons Alan Reed said: “It failed.”",
        ("Alan Reed", "Dpt Ch Cons", None),
    ),
    "whoever speaks in an aside of the sentence": (
        "The report praised Northshire, with chief constable Ann Reed saying: “No.”",
        ("Ann Reed", "chief constable", None),
    ),
    "a clause with a subject of its own after which": (
        "The council apologised for delays, which midwife Ann Reed labelled “a mess”.",
        ("Ann Reed", "midwife", None),
    ),
    "a document about somebody": (
        "The report into Lowick Surgery said: “It failed.”",
        (None, "report", None),
    ),
    "a document that a clause describes": (
        "Lowick School was named in the report, which said it was “never safe”.",
        (None, "report", None),
    ),
    "who runs the firm that is named last": (
        "Managing director of the home's operator Vale Care, Ann Reed, said: “No.”",
        ("Ann Reed", "Managing director", "Vale Care"),
    ),
    "a row of small words": (
        "Ann Reed, cabinet member for children, youth and families, said: “No.”",
        ("Ann Reed", "cabinet member for children, youth and families", None),
    ),
    "somebody whose remarks are called so": (
        "Mara Voss, who left, called Mr Reed's remarks on Saturday “a true disgrace”.",
        ("Mara Voss", None, None),
    ),
    "a seat": (
        "Ann Reed, Saltby MP, disagreed. She said: “It failed.”",
        ("Ann Reed", "MP", "Saltby"),
    ),
    "a party before an office": (
        "Former Saltby Council Tory education spokesman, Cllr Ann Reed, said: “No.”",
        ("Ann Reed", "Tory education spokesman", "Saltby Council"),
    ),
    "who led the inspection": (
        "Ann Reed, who led the inspection, said: “It failed.”",
        ("Ann Reed", "lead inspector", None),
    ),
    "a line before an office": (
        "Protecting vulnerable people\nChief Constable Ann Reed said: “It failed.”",
        ("Ann Reed", "Chief Constable", None),
    ),
    "an office and a name below a line in marks": (
        (
            "It was hard.\n\n“It shows where we have far more to do for all people in "
            "this part of Saltby”\n\nSaltby PFCC Ann Reed\n\nNobody came."
        ),
        ("Ann Reed", "PFCC", "Saltby"),
    ),
}


@pytest.mark.parametrize(("text", "expected"), SPEAKERS.values(), ids=SPEAKERS)
def test_the_speaker_is_who_the_words_beside_the_quote_say(text, expected):
    quote = [quote for quote in quotes(text) if quote.kind != "indirect"][-1]

    speaker = quote.speaker
    assert expected == (speaker.name, speaker.role, speaker.organisation)


REFERENCES = {
    "a surname": ("Ms Voss said: “It failed.”", "Anna Voss", "surname"),
    "a title and a surname": ("Cllr Voss said: “It failed.”", "Anna Voss", "surname"),
    "a pronoun": ("She said: “It failed.”", "Anna Voss", "pronoun"),
    "an office": ("The council leader said: “It failed.”", "Anna Voss", "cue"),
    "a paragraph of its own": ("“It failed.”", "Anna Voss", "adjacent"),
    "a statement's heading": (
        "Anna Voss's statement in full\n\n“It failed.”",
        "Anna Voss",
        "heading",
    ),
    "an announced statement": (
        "Statement from the council leader:\n\n“It failed.”",
        "Anna Voss",
        "heading",
    ),
    "another gender": ("He said: “It failed.”", None, "pronoun"),
    "another surname": ("Ms Reed said: “It failed.”", "Reed", "surname"),
}


@pytest.mark.parametrize(
    ("later", "name", "resolved_by"), REFERENCES.values(), ids=REFERENCES
)
def test_a_later_mention_is_resolved_to_the_full_name(later, name, resolved_by):
    story = "Council leader Anna Voss said she was sorry for what had happened.\n\n"

    quote = quotes(story + later)[-1]

    assert (name, resolved_by) == (quote.speaker.name, quote.speaker.resolved_by)


NEWLY_NAMED = {
    "a first name and an age": (
        "Year 9 pupil Oluwatobi, 14, likes it. “We get soup,” he said.",
        "Oluwatobi",
    ),
    "a first name that is not the real one": (
        "Kaylum (not his real name) lives there. “We get soup,” he said.",
        "Kaylum",
    ),
    "a first name and who is of what age": (
        "Kaylum, who’s 14, lives there. “We get soup,” he said.",
        "Kaylum",
    ),
    "from whom a document came": (
        "The best review came from Alfie in the queue. “We get soup,” he said.",
        "Alfie",
    ),
    "a paper of her own": (
        "Ann Reed has written to us. Her letter says: “We get soup.”",
        "Ann Reed",
    ),
    "nobody is nobody": (
        "Ann Reed spoke. No patient is said to have left.\n\nShe said: “We get soup.”",
        "Ann Reed",
    ),
    "another of the same kind": (
        "Mum Ann Reed left.\n\nThen it rained.\n\nAnother mum said: “We get soup.”",
        "mum",
    ),
    "a description that nobody has listed": (
        "The weather eye of the Gull Trust, Ann Reed, said: “We get soup.”",
        "Ann Reed",
    ),
    "a father of twins": ("Dad-of-twins Tom Lo said: “We get soup.”", "Tom Lo"),
    "the chief constable is no assistant": (
        (
            "Chief Constable Ann Reed left Assistant Chief Constable Tom Lo to it.\n\n"
            "The chief constable said: “We get soup.”"
        ),
        "Ann Reed",
    ),
    "whose patients said so": (
        "Inspectors said that patients said it was cold. But they added: “Soup helps.”",
        "Inspectors",
    ),
    "the only group of the sentence": (
        "It closed after inspectors met what they called “a soup without a spoon”.",
        "inspectors",
    ),
}


@pytest.mark.parametrize(("text", "name"), NEWLY_NAMED.values(), ids=NEWLY_NAMED.keys())
def test_the_speaker_is_whoever_the_sentences_before_are_about(text, name):
    others = "Zoe Abel said: “No.” Zak Abel said: “Yes.”\n\n"

    assert said(others + text)[-1][1] == name


def test_two_of_one_surname_are_told_apart_by_their_titles():
    story = (
        "Council leader Gordon Reeve said he was sorry.\n"
        "Director Lorna Reeve, who is not related to him, came in May.\n"
    )

    assert [voice(q.speaker) for q in quotes(story + "Ms Reeve said: “It failed.”")][
        -1
    ] == "Lorna Reeve"


def test_a_couple_speaks_with_both_names():
    story = (
        "Iain and Rosa Clarke lost a son in 2019.\n"
        "The couple said in a joint statement: “It is a small step.”\n"
        "Mr Clarke added: “Words are cheap.”"
    )

    assert [who for _, who in said(story)] == ["Iain and Rosa Clarke", "Iain Clarke"]


def test_the_same_words_point_at_the_earlier_quote():
    story = (
        "Mara Voss said: “We warned them in March and nobody came to look.”\n\n"
        "Mara Voss's statement in full\n\n"
        "“We warned them in March and nobody came to look.\n\n“It failed.”"
    )

    assert [quote.repeats for quote in quotes(story)] == [None, 0]


def test_what_is_said_about_something_is_not_told():
    assert quotes("Mara Voss said about the bridge nobody wanted a word.") == []


def test_reported_speech_needs_a_verb_of_speaking():
    found = quotes(
        "Mara Voss said the bridge had failed. Tom Reed hoped it would hold."
    )

    assert [(quote.kind, quote.text, quote.speaker.name) for quote in found] == [
        ("indirect", "the bridge had failed", "Mara Voss")
    ]


def test_fragments_of_one_clause_are_parts_of_one_mixed_quote():
    (quote,) = quotes("Mara Voss said it was “late” and far “too dear for us”.")

    assert (
        quote.kind,
        [part.text for part in quote.parts],
    ) == ("mixed", ["late", "too dear for us"])


@pytest.mark.parametrize(
    ("text", "fragments"),
    [
        (
            "Gulls “own the old pier”, Mara Voss wrote, and the terns “pay it rent”.",
            ["own the old pier", "pay it rent"],
        ),
        (
            "According to Mara Voss, cooks “sing all day” and porters are “as loud”.",
            ["sing all day", "as loud"],
        ),
        (
            "Mara Voss said the pier was “falling apart” and that gulls “own it now”.",
            ["falling apart", "own it now"],
        ),
    ],
    ids=["another subject", "another subject and verb", "another clause"],
)
def test_fragments_of_two_clauses_are_quotes_of_their_own(text, fragments):
    found = quotes(text)

    assert [(q.kind, q.text, q.speaker.name) for q in found] == [
        ("mixed", fragment, "Mara Voss") for fragment in fragments
    ]


@pytest.fixture
def issues(known):
    """The codes of what is amiss with the quotes of a text."""

    def issues(text):
        document = segment(read_text(text, "text"), known)
        reading = Reading(document, known, mark(document, known))
        return [found.code for found in find(reading, None) if isinstance(found, Issue)]

    return issues


def test_speech_without_a_speaker_is_an_issue(issues):
    assert issues("It was late.\n\n“I have never known morale like it here.”") == [
        "unattributed_quote"
    ]


def test_a_mark_that_never_closes_ends_with_its_paragraph(issues):
    story = "Mara Voss said: “It failed.\n\nNobody else spoke that day."

    assert issues(story) == ["unclosed_quote"]
    assert said(story) == [("It failed.", "Mara Voss")]


def test_every_part_says_what_the_text_says():
    story = "\n\n".join(text for text, _ in (*SHAPES.values(), *SPEAKERS.values()))

    for quote in quotes(story):
        for span in (*quote.parts, quote.cue, quote.speaker and quote.speaker.mention):
            assert span is None or story[span.start : span.end] == span.text


NOBODY_SAYS = {
    "who is said to be so": "Tom Reed heard that his lane was rated “red or worse”.",
    "who is called so": "Tom Reed was described as “late for everything”.",
    "who is said to have it": "Leaders are said to have a “clear and bold vision”.",
    "what is told of somebody": "Tom Reed was told it was “far too late for that”.",
    "who is told to do it": "Saltby Council told to “get a proper grip on it”.",
    "nobody at all": "It is safe to say that the bridge had failed in March.",
    "nobody in the passive": "It was reported that the bridge had failed in March.",
    "what is praised": "“Highly effective” use of money by leaders was also praised.",
}


@pytest.mark.parametrize("text", NOBODY_SAYS.values(), ids=NOBODY_SAYS)
def test_of_whom_something_is_said_does_not_say_it(text):
    assert quotes(text) == []


def test_no_text_has_no_quotes():
    assert quotes("  ") == []


@pytest.fixture
def said_on_page(known):
    """Text and name of each quote of a page made of typed blocks."""

    def said_on_page(*pieces):
        document = Document.from_pieces(
            [Piece(text, kind) for kind, text in pieces],
            id="sha256:0",
            source="page",
            media_type="text/html",
        )
        reading = Reading(document, known, mark(document, known))
        found = [f for f in find(reading, None) if isinstance(f, QuoteFinding)]
        return [
            (" ".join(map(document.words, f.parts)), f.speaker and f.speaker.name)
            for f in found
        ]

    return said_on_page


STORY = (BlockType.PARAGRAPH, "Mara Voss said: “It failed in March, and again in May.”")
PAGES = {
    "a pull quote of nobody": (
        [STORY, (BlockType.QUOTE, "“I have never known it like this.”")],
        ("I have never known it like this.", None),
    ),
    "a pull quote from the story": (
        [STORY, (BlockType.QUOTE, "It failed in March")],
        ("It failed in March", "Mara Voss"),
    ),
    "set apart, under a name": (
        [
            (BlockType.HEADING, "Council leader Mara Voss"),
            (BlockType.QUOTE, "It failed."),
        ],
        ("It failed.", "Mara Voss"),
    ),
    "set apart, after a lead-in": (
        [(BlockType.PARAGRAPH, "Mara Voss wrote:"), (BlockType.QUOTE, "It failed.")],
        ("It failed.", "Mara Voss"),
    ),
    "a post and who wrote it": (
        [
            (BlockType.QUOTE, "A great day for us all."),
            (BlockType.QUOTE, "— Mara Voss (@voss)"),
        ],
        ("A great day for us all.", "Mara Voss"),
    ),
}


@pytest.mark.parametrize(("pieces", "expected"), PAGES.values(), ids=PAGES)
def test_a_quotation_set_apart_has_its_speaker_from_around_it(
    said_on_page, pieces, expected
):
    assert said_on_page(*pieces)[-1] == expected

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
        "Nina Kerr said: “It leaked.”",
        [("It leaked.", "Nina Kerr")],
    ),
    "said after": (
        '"It leaked in March," Nina Kerr said.',
        [("It leaked in March,", "Nina Kerr")],
    ),
    "inverted": (
        "“It leaked,” said Nina Kerr, a glazier.",
        [("It leaked,", "Nina Kerr")],
    ),
    "interrupted by its clause": (
        '"It leaked," said Nina Kerr. "Nobody helped."',
        [("It leaked, Nobody helped.", "Nina Kerr")],
    ),
    "interrupted inside a sentence": (
        '"If it leaks," Nina Kerr said, "we pay."',
        [("If it leaks, we pay.", "Nina Kerr")],
    ),
    "each paragraph opens, the last closes": (
        "Nina Kerr said: “It leaked.\n\n“Nobody helped.\n\n“Never again.”",
        [("It leaked. Nobody helped. Never again.", "Nina Kerr")],
    ),
    "every paragraph closes": (
        "Nina Kerr said: “It leaked.”\n\n“Nobody helped.”",
        [("It leaked. Nobody helped.", "Nina Kerr")],
    ),
    "a paragraph that she goes on with": (
        "Nina Kerr said: “It leaked.”\n\n“It failed us,” she went on. “We paid.”",
        [("It leaked. It failed us, We paid.", "Nina Kerr")],
    ),
    "a paragraph that she goes on with inside a sentence": (
        "“It leaked,” said Nina Kerr.\n\n“It fell,” she went on, “and we paid.”",
        [("It leaked, It fell, and we paid.", "Nina Kerr")],
    ),
    "a paragraph left open that she goes on with": (
        "Nina Kerr said: “It leaked.\n\n“It failed us,” she went on. “We paid.”",
        [("It leaked. It failed us, We paid.", "Nina Kerr")],
    ),
    "going on before the words begins anew": (
        "Nina Kerr said: “It leaked.”\n\nShe went on: “It failed us.”",
        [("It leaked.", "Nina Kerr"), ("It failed us.", "Nina Kerr")],
    ),
    "what she continues in a paragraph of its own begins anew": (
        "Nina Kerr said: “It leaked.”\n\n“It failed us,” she continued.",
        [("It leaked.", "Nina Kerr"), ("It failed us,", "Nina Kerr")],
    ),
    "going on after a fragment begins anew": (
        "Nina Kerr called it “a sorry state for us”.\n\n“It fell,” she went on. “Now.”",
        [("a sorry state for us", "Nina Kerr"), ("It fell, Now.", "Nina Kerr")],
    ),
    "somebody else goes on": (
        "Nina Kerr said: “It leaked.”\n\n“It failed us,” Tom Reed went on. “We paid.”",
        [("It leaked.", "Nina Kerr"), ("It failed us, We paid.", "Tom Reed")],
    ),
    "a nest that ends a sentence of what is never closed": (
        "Nina Kerr said: “A boy told us, ‘She came. She did.’ It leaked.\n\n“Never.”",
        [("A boy told us, ‘She came. She did.’ It leaked. Never.", "Nina Kerr")],
    ),
    "a single mark for a double one": (
        "Nina Kerr said: “It leaked, ‘all of it’, in March.’",
        [("It leaked, ‘all of it’, in March.", "Nina Kerr")],
    ),
    "then again, after a pause": (
        "“It leaked,” said Nina Kerr. Then, after a bit: “Nobody helped at it.”",
        [("It leaked,", "Nina Kerr"), ("Nobody helped at it.", "Nina Kerr")],
    ),
    "an advert between the paragraphs": (
        "Nina Kerr said: “It leaked.\n\n- Advertisement -\n\n“Nobody helped.”",
        [("It leaked. Nobody helped.", "Nina Kerr")],
    ),
    "paragraph breaks lost": (
        'Nina Kerr said:\n“It leaked. “Nobody helped. “Never again."',
        [("It leaked. Nobody helped. Never again.", "Nina Kerr")],
    ),
    "paragraph breaks lost, and somebody else after": (
        "Nina Kerr said: “It leaked. “Nobody helped.” Ann Reed said: “No.”",
        [("It leaked. Nobody helped.", "Nina Kerr"), ("No.", "Ann Reed")],
    ),
    "the clause ends the paragraph before": (
        "Nina Kerr, who leads the council, said:\n\n“It leaked.”",
        [("It leaked.", "Nina Kerr")],
    ),
    "a new introduction begins a new quote": (
        "Nina Kerr said: “It leaked.”\n\nShe added: “Nobody helped.”",
        [("It leaked.", "Nina Kerr"), ("Nobody helped.", "Nina Kerr")],
    ),
    "a statement without any marks": (
        "Nina Kerr said:\n\nI am sorry for what we did.\n\nWe failed.\n\nShe left.",
        [("I am sorry for what we did. We failed.", "Nina Kerr")],
    ),
    "a fragment and the sentence after it": (
        "Nina Kerr said she was “far from glad”. “We worked hard,” she said.",
        [("far from glad", "Nina Kerr"), ("We worked hard,", "Nina Kerr")],
    ),
    "single marks and apostrophes": (
        "Nina Kerr said: 'The officers' work wasn't seen, and that's that.'",
        [("The officers' work wasn't seen, and that's that.", "Nina Kerr")],
    ),
    "doubled single marks": (
        "''It leaked,'' Nina Kerr said. ''Nobody helped.''",
        [("It leaked, Nobody helped.", "Nina Kerr")],
    ),
    "guillemets": (
        "Nina Kerr said: «It leaked.»",
        [("It leaked.", "Nina Kerr")],
    ),
    "curly to open, straight to close": (
        'Nina Kerr said: “It leaked."',
        [("It leaked.", "Nina Kerr")],
    ),
    "quoted inside the quote": (
        "Nina Kerr said: “He told me ‘go home’ twice.”",
        [("He told me ‘go home’ twice.", "Nina Kerr")],
    ),
    "a dash and an ellipsis": (
        "“It leaked…” said Nina Kerr – “and nobody helped.”",
        [("It leaked… and nobody helped.", "Nina Kerr")],
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
    "a long term before a noun": 'Nina Kerr runs a "pay what you can" café in Saltby.',
    "a nickname": 'Mark "Jonesy" Jones, 51, drives the bus.',
    "the name of an area": (
        "Inspectors found ‘behaviour and attitudes’ and ‘quality of education’ good."
    ),
    "the question of an area": "It answers ‘How good are outcomes?’ in its report.",
    "apostrophes alone": "The officers' dogs' kennels weren't cleaned in the '90s.",
    "letters left out": "Rock 'n' roll, 'em and 'twas open nothing here.",
    "a cross-head": "Nina Kerr was cross.\n\n'Left at risk'\n\nNobody came.",
    "a double-marked cross-head": (
        'Nina Kerr said: "It leaked."\n\n"No child should be scared"\n\nNobody came.'
    ),
}


@pytest.mark.parametrize("text", NO_QUOTES.values(), ids=NO_QUOTES)
def test_marks_alone_make_no_quote(text):
    assert [words for words, _ in said(text) if words != "It leaked."] == []


SPEAKERS = {
    "rank before the name": (
        "Chief Constable Idris Penhallow said: “It leaked.”",
        ("Idris Penhallow", "Chief Constable", None),
    ),
    "force, rank and name": (
        "Westmarch Police chief constable Idris Penhallow said: “It leaked.”",
        ("Idris Penhallow", "chief constable", "Westmarch Police"),
    ),
    "name, rank of force": (
        "Idris Penhallow, chief constable of Westmarch Police, said: “It leaked.”",
        ("Idris Penhallow", "chief constable", "Westmarch Police"),
    ),
    "the force's rank, name": (
        "The force's chief constable, Idris Penhallow, said: “It leaked.”",
        ("Idris Penhallow", "chief constable", None),
    ),
    "letters after the name, an honour before": (
        "Dame Oriel Fanshawe DBE, HM Inspector of Constabulary, said: “It leaked.”",
        ("Oriel Fanshawe", "HM Inspector of Constabulary", "HMICFRS"),
    ),
    "particles and two barrels": (
        "“It leaked,” said Dr Anneliese van den Hoek-Reed.",
        ("Anneliese van den Hoek-Reed", None, None),
    ),
    "accents and small words": (
        "“It leaked,” said Siobhán Ní Dhuibhne, chair of governors.",
        ("Siobhán Ní Dhuibhne", "chair of governors", None),
    ),
    "who does something": (
        "Simon Reed, who chairs the Northshire Police Federation: “It leaked.”",
        ("Simon Reed", "chair", "Northshire Police Federation"),
    ),
    "who took over as": (
        "Ann Reed, who took over as head this spring, said: “It leaked.”",
        ("Ann Reed", "head", None),
    ),
    "a bracket and an age": (
        "Tom Reed (Con, Abbey), 61, opposition leader, said: “It leaked.”",
        ("Tom Reed", "opposition leader", None),
    ),
    "of an organisation": (
        "Bev Reed, of Saltby Women's Centre, said: “It leaked.”",
        ("Bev Reed", None, "Saltby Women's Centre"),
    ),
    "its officer": (
        "Unison is angry. Its regional secretary, Wendell Frost, said: “It leaked.”",
        ("Wendell Frost", "regional secretary", "Unison"),
    ),
    "an aside between dashes": (
        "Superintendent Raj Thandi – who leads the team – said: “It leaked.”",
        ("Raj Thandi", "Superintendent", None),
    ),
    "a spokesperson for": (
        "A spokesperson for the Home Office said: “It leaked.”",
        (None, "spokesperson", "Home Office"),
    ),
    "a firm named just before": (
        "Goldcrest Care Ltd was told. A spokeswoman for the firm said: “It leaked.”",
        (None, "spokeswoman", "Goldcrest Care Ltd"),
    ),
    "a post of one inspectorate": (
        "Chief Inspector of Prisons Ann Reed said: “It leaked.”",
        ("Ann Reed", "Chief Inspector of Prisons", "HMI Prisons"),
    ),
    "an owner's spokesperson": (
        "A spokesperson for the home's owner, Vale Healthcare, said: “It leaked.”",
        (None, "spokesperson", "Vale Healthcare"),
    ),
    "a ministry's spokesperson": (
        "A Department for Education spokesperson said: “It leaked.”",
        (None, "spokesperson", "Department for Education"),
    ),
    "a group": (
        "Ofsted came in May. Inspectors said: “It leaked.”",
        (None, "Inspectors", "Ofsted"),
    ),
    "a document": (
        "Ofsted came in May. The report said: “It leaked.”",
        (None, "report", "Ofsted"),
    ),
    "it is the document": (
        "In a report, inspectors from Ofsted wrote: “No.” It added: “It leaked.”",
        (None, "report", "Ofsted"),
    ),
    "an organisation": (
        "The Prison Officers' Association said: “It leaked.”",
        (None, None, "Prison Officers' Association"),
    ),
    "a voice without a name": (
        "One foster carer, who did not want to be named, said: “It leaked.”",
        (None, "foster carer", None),
    ),
    "the addressee is not the speaker": (
        "Nina Kerr told Ann Reed: “It leaked.”",
        ("Nina Kerr", None, None),
    ),
    "the introduction is not the speaker": (
        "Asked if Ann Reed would resign, Nina Kerr replied: “It leaked.”",
        ("Nina Kerr", None, None),
    ),
    "a relative clause": (
        "It was Nina Kerr who said: “It leaked.”",
        ("Nina Kerr", None, None),
    ),
    "a shared subject": (
        "Nina Kerr thanked the cooks, lectured the bank and said: “It leaked.”",
        ("Nina Kerr", None, None),
    ),
    "two clauses, the outer one": (
        "Nina Kerr said she hoped it was “not too late for them”.",
        ("Nina Kerr", None, None),
    ),
    "at the end of the sentence": (
        "The cellar was “a tinder box” for years, Nina Kerr said.",
        ("Nina Kerr", None, None),
    ),
    "according to": (
        "The cellar was “a tinder box”, according to Nina Kerr.",
        ("Nina Kerr", None, None),
    ),
    "a noun of speaking": (
        "Nina Kerr was asked in Leeds. “I am not surprised,” was her verdict.",
        ("Nina Kerr", None, None),
    ),
    "a noun of speaking that is what follows": (
        "The union’s answer was that the cellar was “a tinder box for us all”.",
        (None, "union", None),
    ),
    "a noun of speaking with a pronoun's owner": (
        "Nina Kerr came to Leeds. Her view is that “it should never have opened”.",
        ("Nina Kerr", None, None),
    ),
    "a clause with as after the words": (
        "The cellar was a “tinder box for us all”, as Nina Kerr put it.",
        ("Nina Kerr", None, None),
    ),
    "what was written long ago": (
        "As Nina Kerr had written a few years earlier, “It will fail us all.”",
        ("Nina Kerr", None, None),
    ),
    "for whom it is so": (
        "For Nina Kerr, the cellar is “a dream come true for us all”.",
        ("Nina Kerr", None, None),
    ),
    "to whom it is so, by a pronoun": (
        "Nina Kerr came to Leeds. To her, the cellar is “a dream come true for us”.",
        ("Nina Kerr", None, None),
    ),
    "how somebody put it": (
        "“It failed us all,” was how the chair, Cllr Tom Lo (Ind, Mill Row), put it.",
        ("Tom Lo", "chair", None),
    ),
    "a member of a parliament by her place": (
        "Saltby’s MP, Ann Reed, came on Friday. She told Saltby Live: “It failed us.”",
        ("Ann Reed", "MP", "Saltby"),
    ),
    "a name after what else she is": (
        "Its founder, former nurse Ann Reed, came. “I began with one bed,” she said.",
        ("Ann Reed", "former nurse", None),
    ),
    "a name after who wrote the report": (
        "The inspector who wrote it, Sir Tom Lo, smiled. It was, he writes, “a mess”.",
        ("Tom Lo", None, None),
    ),
    "whoever is named only afterwards": (
        "Months after he called it “a barn with a chapel”, governor Tom Lo came back.",
        ("Tom Lo", "governor", None),
    ),
    "for whom something is, of whom more is told": (
        "For Ann Reed, whose son died there, it is too late. “They lie,” she said.",
        ("Ann Reed", None, None),
    ),
    "a feeling before a name": (
        "Furious Ann Reed, 71, said: “He had the same jumper on.”",
        ("Ann Reed", None, None),
    ),
    "the report that a sentence was about": (
        "The report on it is not kind. It calls it “a place that is set up to fail”.",
        (None, "report", None),
    ),
    "the report that a paragraph accords to": (
        "According to the report it was cold. Staff “never knew who was in”, it says.",
        (None, "report", None),
    ),
    "a group with a name of its own": (
        "The union, Care Workers Together, is cross. “It failed us,” it said.",
        (None, None, "Care Workers Together"),
    ),
    "what inspectors state, in a letter of somebody else": (
        "Tom Lo referred to the letter, in which inspectors state: “It failed us all.”",
        (None, "inspectors", None),
    ),
    "she who writes in a post": (
        "Ann Reed is to visit. In a post on LinkedIn she wrote: “It can be mended.”",
        ("Ann Reed", None, None),
    ),
    "the words are those of": (
        "“It failed us all in March.”\n\nThe words are those of Coun Ann Reed.",
        ("Ann Reed", None, None),
    ),
    "those were the words of, in the same paragraph": (
        "“It failed us all in March.” Those were the words of Cllr Ann Reed.",
        ("Ann Reed", None, None),
    ),
    "a verb after Not so": (
        "Not so, says Ann Reed, who lives nearby: “We were never asked.”",
        ("Ann Reed", None, None),
    ),
    "a spokesperson for what runs something": (
        "A spokesperson for the trust which runs it, Vale Futures, said: “It failed.”",
        (None, "spokesperson", None),
    ),
    "another, whose name follows": (
        "Tom Lo was cross. Another, Ann Reed, said: “It is fine.”",
        ("Ann Reed", None, None),
    ),
    "the retired teacher": (
        "Ann Reed heard of it from a friend.\n\n“It failed,” said the retired teacher.",
        ("Ann Reed", "retired teacher", None),
    ),
    "under a picture": (
        "The ward was shut.\n\n“I never once felt heard”: Ann Reed with her son Arlo",
        ("Ann Reed", None, None),
    ),
    "the optician of so many years": (
        "Ann Reed was cross. “It failed us,” said the 43-year-old optician.",
        ("Ann Reed", None, None),
    ),
    "a name after a dash": (
        "“It leaked us in March.” – Nina Kerr",
        ("Nina Kerr", None, None),
    ),
    "a report's words without a verb for them": (
        "The report paints a picture of a force “struggling to cope with demand”.",
        (None, "report", None),
    ),
    "by whom it was said": (
        "Her words were echoed by Nina Kerr: “It leaked.”",
        ("Nina Kerr", None, None),
    ),
    "a missing second comma": (
        "Ann Reed, Chair of Saltby Fire Authority said: “It leaked.”",
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
        "Head Ann Reed and chair Tom Lo said in a joint statement: “It leaked.”",
        ("Ann Reed and Tom Lo", "Head and chair", None),
    ),
    "two with one voice, each with an office after the name": (
        "Ann Reed, chief nurse, and Tom Lo, head of care, said: “It leaked.”",
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
        "Ann Reed MSP said: “It leaked.”",
        ("Ann Reed", "MSP", None),
    ),
    "a rank, where nothing else is told": (
        "Det Ch Supt Ann Reed said: “It leaked.”",
        ("Ann Reed", "Det Ch Supt", None),
    ),
    "a post with a capital field": (
        "Domestic Abuse Commissioner Ann Reed said: “It leaked.”",
        ("Ann Reed", "Domestic Abuse Commissioner", None),
    ),
    "for an organisation": (
        "Dr Iain Reed, for Saltby Health Board, said: “It leaked.”",
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
    "a party before the name between commas": (
        "Cllr Ford's successor, Labour's Joy Reed, said: “No.”",
        ("Joy Reed", None, None),
    ),
    "a conjunction before an office, more of it after": (
        "But the head, who joined in May, said it was “hard to love”.",
        (None, "head", None),
    ),
    "a conjunction before somebody unnamed": (
        "Yet one former pupil, who gave no name, said it was “a place for the brave”.",
        (None, "former pupil", None),
    ),
    "whose statement it is": (
        "A joint statement from the governors of Ford Primary School said: “No.”",
        (None, "governors", "Ford Primary School"),
    ),
    "on whose behalf it is": (
        "A statement issued on behalf of the partners said: “No.”",
        (None, "partners", None),
    ),
    "whose statement it is, after the words": (
        "“We are sorry,” a statement from Saltby Council said.",
        (None, None, "Saltby Council"),
    ),
    "somebody named speaks in a statement from others": (
        "In a statement from the school, Ann Reed said: “No.”",
        ("Ann Reed", None, None),
    ),
    "a letter that is not the inspectors'": (
        "Ofsted inspectors came to Ford School. A letter from the trust said: “No.”",
        (None, "letter", None),
    ),
    "a letter whose writers have a name": (
        "A letter from Saltby Council said: “No.”",
        (None, "letter", "Saltby Council"),
    ),
    "a letter that is the inspectors'": (
        "Ofsted inspectors came to Ford School. A letter from inspectors said: “No.”",
        (None, "letter", "Ofsted"),
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
        "Inspector Ann Reed said one woman had called.\n\n“It leaked,” she said.",
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
        "Echo: Why?\n\nDr Ann Reed: It leaked.\n\nEcho: When?\n\nDr Ann Reed: In May.",
        ("Ann Reed", None, None),
    ),
    "an A before the answer": (
        "Ann Reed answered us.\n\nQ: Why?\n\nA: It leaked.\n\nQ: When?\n\nA: In May.",
        ("Ann Reed", None, None),
    ),
    "who leads what has no name": (
        "Ann Reed, who leads the opposition and is no friend, said: “It leaked.”",
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
        "It changed after firefighters said: “It leaked.”",
        (None, "firefighters", None),
    ),
    "an answer under a question, one person in the lead": (
        "Ann Reed has led us since May.\n\nWas it hard?\n\n“It was, yes, very.”",
        ("Ann Reed", None, None),
    ),
    "a letter before each answer": (
        "Ann Reed leads.\n\nQ. Why?\n\nA. It leaked.\n\nQ. When?\n\nA. In May.",
        ("Ann Reed", None, None),
    ),
    "a verb nobody listed": (
        "“It leaked,” Nina Kerr riffed.",
        ("Nina Kerr", None, None),
    ),
    "a day before the subject": (
        "Today Ann-Lise Reed, the trust's chief nurse, said: “It leaked.”",
        ("Ann-Lise Reed", "chief nurse", None),
    ),
    "a night before an organisation that a clause describes": (
        "Last night the Vale Schools Trust, which runs it, said: “It leaked.”",
        (None, None, "Vale Schools Trust"),
    ),
    "an organisation between office and name": (
        "Deputy chief constable of Northshire Police Ann Reed said: “It leaked.”",
        ("Ann Reed", "Deputy chief constable", "Northshire Police"),
    ),
    "an organisation, a bracket, an office and a name": (
        "Lowick Medical Centre (pictured) practice manager Ann Reed said: “No.”",
        ("Ann Reed", "practice manager", "Lowick Medical Centre"),
    ),
    "two offices of one person before the name": (
        "Principal and CEO Ann Reed said: “It leaked.”",
        ("Ann Reed", "Principal and CEO", None),
    ),
    "two offices of one person after the name": (
        (
            "Ann Reed, chief executive of Vale Trust and principal of Lowick College, "
            "said: “It leaked.”"
        ),
        ("Ann Reed", "chief executive", "Vale Trust"),
    ),
    "two people with an office each": (
        (
            "Ann Reed, the manager of Lowick Lodge in Saltby, Kent, and Jane Kerr, the "
            "owner, wept. Ms Reed said: “It leaked.”"
        ),
        ("Ann Reed", "manager", "Lowick Lodge in Saltby"),
    ),
    "abbreviated ranks": (
        "Dpt Ch Cons Alan Reed said: “It leaked.”",
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
        "The report into Lowick Surgery said: “It leaked.”",
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
        "Nina Kerr, who left, called Mr Reed's remarks on Saturday “a true disgrace”.",
        ("Nina Kerr", None, None),
    ),
    "a seat": (
        "Ann Reed, Saltby MP, disagreed. She said: “It leaked.”",
        ("Ann Reed", "MP", "Saltby"),
    ),
    "a party before an office": (
        "Former Saltby Council Tory education spokesman, Cllr Ann Reed, said: “No.”",
        ("Ann Reed", "Tory education spokesman", "Saltby Council"),
    ),
    "who led the inspection": (
        "Ann Reed, who led the inspection, said: “It leaked.”",
        ("Ann Reed", "lead inspector", None),
    ),
    "a line before an office": (
        "Protecting vulnerable people\nChief Constable Ann Reed said: “It leaked.”",
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
    "a surname": ("Ms Kerr said: “It leaked.”", "Anna Kerr", "surname"),
    "a title and a surname": ("Cllr Kerr said: “It leaked.”", "Anna Kerr", "surname"),
    "a pronoun": ("She said: “It leaked.”", "Anna Kerr", "pronoun"),
    "an office": ("The council leader said: “It leaked.”", "Anna Kerr", "cue"),
    "a paragraph of its own": ("“It leaked.”", "Anna Kerr", "adjacent"),
    "a statement's heading": (
        "Anna Kerr's statement in full\n\n“It leaked.”",
        "Anna Kerr",
        "heading",
    ),
    "an announced statement": (
        "Statement from the council leader:\n\n“It leaked.”",
        "Anna Kerr",
        "heading",
    ),
    "another gender": ("He said: “It leaked.”", None, "pronoun"),
    "another surname": ("Ms Reed said: “It leaked.”", "Reed", "surname"),
}


@pytest.mark.parametrize(
    ("later", "name", "resolved_by"), REFERENCES.values(), ids=REFERENCES
)
def test_a_later_mention_is_resolved_to_the_full_name(later, name, resolved_by):
    story = "Council leader Anna Kerr said she was sorry for what had happened.\n\n"

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

    assert [voice(q.speaker) for q in quotes(story + "Ms Reeve said: “It leaked.”")][
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
        "Nina Kerr said: “We phoned them in March and nobody came to look.”\n\n"
        "Nina Kerr's statement in full\n\n"
        "“We phoned them in March and nobody came to look.\n\n“It leaked.”"
    )

    assert [quote.repeats for quote in quotes(story)] == [None, 0]


def test_what_is_said_about_something_is_not_told():
    assert quotes("Nina Kerr said about the cellar nobody wanted a word.") == []


def test_reported_speech_needs_a_verb_of_speaking():
    found = quotes(
        "Nina Kerr said the cellar had failed. Tom Reed hoped it would hold."
    )

    assert [(quote.kind, quote.text, quote.speaker.name) for quote in found] == [
        ("indirect", "the cellar had failed", "Nina Kerr")
    ]


def test_fragments_of_one_clause_are_parts_of_one_mixed_quote():
    (quote,) = quotes("Nina Kerr said it was “late” and far “too dear for us”.")

    assert (
        quote.kind,
        [part.text for part in quote.parts],
    ) == ("mixed", ["late", "too dear for us"])


@pytest.mark.parametrize(
    ("text", "fragments"),
    [
        (
            "Gulls “own the old pier”, Nina Kerr wrote, and the terns “pay it rent”.",
            ["own the old pier", "pay it rent"],
        ),
        (
            "According to Nina Kerr, cooks “sing all day” and porters are “as loud”.",
            ["sing all day", "as loud"],
        ),
        (
            "Nina Kerr said the pier was “falling apart” and that gulls “own it now”.",
            ["falling apart", "own it now"],
        ),
    ],
    ids=["another subject", "another subject and verb", "another clause"],
)
def test_fragments_of_two_clauses_are_quotes_of_their_own(text, fragments):
    found = quotes(text)

    assert [(q.kind, q.text, q.speaker.name) for q in found] == [
        ("mixed", fragment, "Nina Kerr") for fragment in fragments
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
    assert issues("It was late.\n\n“Nobody smiles on this corridor any more.”") == [
        "unattributed_quote"
    ]


def test_a_mark_that_never_closes_ends_with_its_paragraph(issues):
    story = "Nina Kerr said: “It leaked.\n\nNobody else spoke that day."

    assert issues(story) == ["unclosed_quote"]
    assert said(story) == [("It leaked.", "Nina Kerr")]


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
    "nobody at all": "It is safe to say that the cellar had failed in March.",
    "nobody in the passive": "It was reported that the cellar had failed in March.",
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


STORY = (BlockType.PARAGRAPH, "Nina Kerr said: “It leaked in March, and again in May.”")
PAGES = {
    "a pull quote of nobody": (
        [STORY, (BlockType.QUOTE, "“I have never known it like this.”")],
        ("I have never known it like this.", None),
    ),
    "a pull quote from the story": (
        [STORY, (BlockType.QUOTE, "It leaked in March")],
        ("It leaked in March", "Nina Kerr"),
    ),
    "set apart, under a name": (
        [
            (BlockType.HEADING, "Council leader Nina Kerr"),
            (BlockType.QUOTE, "It leaked."),
        ],
        ("It leaked.", "Nina Kerr"),
    ),
    "set apart, after a lead-in": (
        [(BlockType.PARAGRAPH, "Nina Kerr wrote:"), (BlockType.QUOTE, "It leaked.")],
        ("It leaked.", "Nina Kerr"),
    ),
    "a post and who wrote it": (
        [
            (BlockType.QUOTE, "A great day for us all."),
            (BlockType.QUOTE, "— Nina Kerr (@kerr)"),
        ],
        ("A great day for us all.", "Nina Kerr"),
    ),
}


@pytest.mark.parametrize(("pieces", "expected"), PAGES.values(), ids=PAGES)
def test_a_quotation_set_apart_has_its_speaker_from_around_it(
    said_on_page, pieces, expected
):
    assert said_on_page(*pieces)[-1] == expected

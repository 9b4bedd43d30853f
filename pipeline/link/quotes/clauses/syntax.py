"""The little grammar that finds a subject without a parser: what may stand where."""

import re

from pipeline.link.quotes.story import COVER

GENDERS = {"he": "m", "she": "f"}
WORD = re.compile(r"[\w’'-]+$")
DASHES = "–—-"
TWO_WORDS = re.compile(r"\w+\s+\w+$")
HARD = re.compile(r"[;:(—–]|\s-+\s")
CONJUNCTION = re.compile(
    r"\b(?:and|but|that|as|while|because|although|though|if|when|whether|where|which|"
    r"before|after|since|so|or|until|than|whereas|what|how|why|yet|whom)\s+",
    re.IGNORECASE,
)
ENDS_IN_CONJUNCTION = re.compile(r"\b(?:and|but|or|then|nor)$", re.IGNORECASE)
DATELINE = re.compile(
    r"[A-Z][A-Z .'’-]{2,}(?:,[^,–—―-]{2,30}){0,3}(?:\([^)]*\)\s*)?\s(?:--|[–—―-])\s"
)
WEAK = frozenset({"after", "before", "since", "until", "than", "as", "or", "so"})
"""Mostly prepositions: only a name or a pronoun after them begins a clause."""
RELATIVE = re.compile(r"\b(?:who|which)$")
INTRODUCTION = re.compile(
    r"\s*(?:about|according|across|after|ahead|along|among|as|asked|at|because|before|"
    r"besides|between|beyond|by|despite|during|earlier|for|from|given|if|in|instead|"
    r"last|later|like|meanwhile|next|of|on|once|over|per|pressed|since|still|then|"
    r"though|although|through|throughout|to|today|tonight|under|unlike|until|upon|when|"
    r"where|while|with|within|without|yesterday|yet|however|nevertheless|and|but|"
    r"[a-z]+ing|[a-z]+ly)\b",
    re.IGNORECASE,
)
ALSO = re.compile(r"(?:and|but|yet|so)\s+", re.IGNORECASE)
"""What a subject may follow at once at the start of a sentence: And she had a plea."""
IN_SOME_PLACE = re.compile(r"\(|(?:at|from|in|of)\s")
"""What may go with a name: "And Ann Reed in accounts, who was there, said"."""
TO = re.compile(r"\s*to\s")
LOWER = re.compile(r"\s*[a-z]")
AT_ONCE = re.compile(
    r"\s*(?:(?:last|this|next|earlier (?:this|last)|later (?:this|last))\s+"
    r"(?:night|week|month|year|morning|evening|afternoon|spring|summer|autumn|winter"
    r"|\w+day)|today|yesterday|tonight|meanwhile|now|on \w+day)\s+(?:the\s+)?",
    re.IGNORECASE,
)
"""An adverb of time that a subject may follow at once: Last night the trust said."""
CAPITAL_OR_NONE = re.compile(r"(?:[A-Z]\w*\s)?")
"""What may stand before a name that begins with an everyday word: the New Trust."""
PREDICATE = re.compile(
    r"\s*(?:who|which|is|was|are|were|has|had|have|did|does|will|would|can|could|may|"
    r"might|must|should)\s"
)
"""A stretch that begins so has its subject before it."""
TELLS = re.compile(rf"\s*whose\s|{PREDICATE.pattern}")
OPENING = re.compile(
    r"\s*(?:(?:as|when|while|where|if|once|like)\b\s*)?", re.IGNORECASE
)
"""What a phrase may follow at the start of a clause, and does not hold."""
ALONE = re.compile(
    r"\s*(?:one|another|others|several|many|some"
    r"|(?:one|another|others|several|many|some) of (?:them|those)"
    r"|(?:a|the) (?:second|third|fourth|other))(?=\s*(?:$|[,.;:]))",
    re.IGNORECASE,
)
"""Somebody of whom no more is said: said one, who did not give a name."""
OF = re.compile(
    r"\s+(?:of|into|about|for|from|at|in|on|with|who|to|representing|living|named)\b"
)
PREPOSITION = re.compile(
    r"\b(?:of|for|to|with|from|at|in|by|on|about|against|over|between)"
    r"(?:\s+(?:the|an?|his|her|its|their|one))?\s+$"
)
DETERMINER = re.compile(
    r"(?:an?|the|one|two|three|several|some|many|our|its|their|his|her|another|this|"
    r"that|these|those|other)\s",
    re.IGNORECASE,
)
DESCRIBED = re.compile(rf"(?:{DETERMINER.pattern}(?:[a-z-]+\s){{0,2}})?", re.IGNORECASE)
"""All that may stand between a conjunction and the head of a subject."""
BEFORE_HEAD = re.compile(r"(?:[\w’'./-]+\s*){1,4}")
COMMA_OR_BRACKET = re.compile(r"[,()\[\]]")
PHRASE_END = re.compile(
    rf"[,;:(—–{COVER}](?!\w)|\s(?:who|whose|in|on|at|as|when|after|during|while)\s"
)
SMALL_WORDS = re.compile(
    r"(?:\s+(?!(?:of|for|from|and|to|in|at|on|by|with|is|was|has|had|met|told|who)\b)"
    r"[a-z][a-z-]*){1,3}\s+"
)
WHICH = re.compile(r"(?<=\w)\s(?:which|who)\s")
"""What describes the noun before it: for the trust which runs the school."""
WHO = re.compile(r"\s(?:who|whose)\s")
YEARS_OLD = re.compile(r"the\s+\d+-year-old\b", re.IGNORECASE)
"""More of whoever was spoken of last."""
_SMALL = (
    r"(?:(?!(?:and|or|but|is|was|has|had|who|which|with|after|before|by|of|to|from|on|in"
    r"|at|for)\b)[a-z][\w’'-]*\s+)"
)
_OWNER = r"[A-Z]\w+(?:\s[A-Z]\w+){0,2}(?:['’]s|(?<=s)['’])\s+"
DESCRIPTION = re.compile(rf"\s*(?:(?:the\s+)?{_OWNER}{_SMALL}{{0,5}}|{_SMALL}{{1,5}})")
"""What may stand before the name in a chunk of its own: former district nurse, or
the party of a politician: Labour's."""
OWNS = re.compile(r"['’]s?\s")
AND = re.compile(r"\sand\s+$")
LAST_PHRASE = re.compile(
    r"\b(?:is|was|are|were|has|had|have|will|would|can|could|may|[a-z]+ed|[a-z]+s)\b"
    r"[^,;:]*?\b(?:to|by|for|with|from)\s+"
    r"((?:the|an?|its|their|our)\s+[a-z’'-]+(?:\s+[a-z’'-]+){0,3})$"
)
"""What a sentence with a verb ends with: goes to the local trust."""
JOINS = re.compile(r"\s*and\s+")
NEAR_START = 40
"""Two who speak together begin their sentence."""
MOST_WORDS = 9

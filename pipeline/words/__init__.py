"""Words of English and Welsh in general: nothing here knows what an inspection is.

months       the names of months, in every language that is read
occurrences  where a text has some words
patterns     many words as one regular expression
phrases      any number of phrases found in one walk over a text
plurals      how many of something, as people are told
"""

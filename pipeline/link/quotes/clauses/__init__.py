"""Reporting clauses: who is made to speak, by which word, and which words are theirs.

In the order of who uses whom: syntax, noun phrases, stretches, appositions, sources;
clause; verbs and nouns; clauses; frames and narrators.
"""

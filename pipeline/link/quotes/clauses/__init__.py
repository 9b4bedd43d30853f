"""Reporting clauses: who is made to speak, by which word, and which words are theirs.

In the order of who uses whom: syntax, noun phrases, sources, clauses, frames.
"""

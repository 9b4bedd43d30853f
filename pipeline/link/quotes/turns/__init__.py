"""Turns: what one speaker says in one go, and the words that tell who it is.

`attribution` has the rules in their order; the others are what those rules ask.
"""

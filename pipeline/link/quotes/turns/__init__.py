"""Turns: what one speaker says in one go, and the words that tell who it is."""

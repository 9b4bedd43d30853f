"""Whom the words beside a quote name: people with their roles, pronouns, offices.

In the order of who uses whom: descriptions, roles, cast; holders, pronouns, offices;
things, topics, nominals; references.
"""

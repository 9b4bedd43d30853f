"""Whom the words beside a quote name: people with their roles, pronouns, offices."""

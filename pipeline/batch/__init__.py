"""A run over many inputs.

batch    what is not done yet, into every target
engines  how its documents are shared out among processes
ledger   what was done with which bytes, by which version
summary  what it came to
"""

"""Who a document names: each body once, with all that the text calls it.

What no register and no form of words makes a body is told by its surroundings: a
table's header, a cross-head among others, a place before "the constabulary".
"""

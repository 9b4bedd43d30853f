"""Grades told by their place: tables, lists, labels.

tables      rows of areas, columns of years (`columns`), single letters (`letters`)
lines       lines that are more label than sentence: what they are made of (`labels`),
                nearly an area's name (`likeness`)
leads       what leads into a list, and lists that were lost
body_lines  lines that hold a body's name and its grade
"""

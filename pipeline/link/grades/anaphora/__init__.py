"""Words that point back: an area, several of them, a grade or a time named before.

areas      "It was poor", "good in that area", "A, where it is now poor"
groups     "Both had been inadequate", "good for all three"
numbers    "Six were good. A was among the six."
echoes     "It has the same grade for B"
ellipsis   "So did B", "How was it? Good."
contrast   "A is good at X and B poor"
overtaken  "Ofsted has rated the school poor. It was rated good in 2021."
pillars    "The ‘legitimacy’ report ... it was good"
"""

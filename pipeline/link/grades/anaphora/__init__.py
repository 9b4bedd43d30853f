"""Words that point back: an area, several of them, a grade or a time named before.

areas   "It was poor", "good in that area", "A, where it is now poor"
groups  "Both had been inadequate", "good for all three"
echoes  "It has the same grade for B"
dates   "Its last inspection was in 2019. It was found to be poor."
"""

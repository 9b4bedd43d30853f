"""A page's blocks → those of its story, and the alarm where words went missing."""

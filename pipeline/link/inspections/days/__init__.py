"""When inspectors came, and when their report appeared, as the story tells it."""

"""Records against gold: precision, recall, gained and lost."""

"""The raw page → its blocks as a reader sees them, each with the way back."""

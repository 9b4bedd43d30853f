"""Record → storage."""

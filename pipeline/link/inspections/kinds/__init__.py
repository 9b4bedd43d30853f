"""What sort of document it is, and whether it is about an inspection at all."""

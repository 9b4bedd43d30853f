"""Which of the bodies named a document is about, and which stand there beside it."""

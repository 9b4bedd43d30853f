"""The text of a Doc, put together once for all components."""

from spacy.tokens import Doc

_KEY = "gradewright.text"


def remember(doc: Doc, text: str) -> None:
    """Keep the text that a Doc was made of."""
    doc.user_data[_KEY] = text


def text_of(doc: Doc) -> str:
    """`doc.text`; spaCy joins all tokens anew whenever it is asked."""
    text: str | None = doc.user_data.get(_KEY)
    if text is None:
        text = doc.user_data[_KEY] = doc.text
    return text

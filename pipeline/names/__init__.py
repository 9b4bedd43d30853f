"""Names of bodies and inspectorates in any text: by register and by form."""

from pipeline.names.finder import Name, names_in

__all__ = ["Name", "names_in"]

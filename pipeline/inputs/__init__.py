"""Where bytes come from: names as the user gives them → inputs, one a document.

An input that cannot be had is a `ReadError` among the inputs, never raised: the
others go on.
"""

from pipeline.inputs.files import expand
from pipeline.inputs.input import Input

__all__ = ["Input", "expand"]

"""Files, folders, addresses and streams in, articles out.

Begin with `origins.py`, the way of one origin: `inputs.py` takes in its bytes, `articles.py` makes articles of them,
and a file beside it reads each form of article. Importing this package imports nothing heavy, so that a process that
only supervises the reading stays small.
"""

from extractors.reading.cleaning import clean_name
from extractors.reading.errors import ReadError
from extractors.reading.files import MOST_BYTES, STDIN, SUFFIXES, is_address
from extractors.reading.folders import expand, passed_over
from extractors.reading.inputs import Input, inputs
from extractors.reading.origins import read

__all__ = [
    "MOST_BYTES",
    "STDIN",
    "SUFFIXES",
    "Input",
    "ReadError",
    "clean_name",
    "expand",
    "inputs",
    "is_address",
    "passed_over",
    "read",
]

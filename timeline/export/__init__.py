"""The forms in which a timeline leaves dateline: the same events always give the same text, byte for byte.

Begin with `formats.py`: `FORMATS` names the file of each form.
"""

from timeline.export.formats import FORMATS, Format, export, labels

__all__ = ["FORMATS", "Format", "export", "labels"]

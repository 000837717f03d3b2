"""Which verb or noun each time expression dates, by where it stands in its sentence.

Begin with `dating.py`.
"""

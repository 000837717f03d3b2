"""The time of what is told without one of its own: by its scene, sentence or paragraph, or by what is likely.

Begin with `scenes.py`; the component of events has the order in which they run.
"""

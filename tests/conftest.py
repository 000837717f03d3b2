"""What holds for all tests."""

from hypothesis import settings

# Hypothesis fails a case that takes 0.2 s, which on a busy machine any may.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

"""Reported speech: the cues of a parsed text, what they introduce, and who speaks."""

"""What each word means where it stands, as a vector: a small transformer that ships with dateline.

Begin with `encoder.py`. Nothing here knows what the vectors are asked for.
"""

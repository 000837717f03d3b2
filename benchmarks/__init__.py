"""Figures: how right and how fast dateline is, one command each, against gold made by hand and beside other tools.

Begin with `score_samples.py`, the sample articles against their gold timelines; the Makefile has a `make bench-…` for
most.
"""

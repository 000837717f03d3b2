"""Accuracy against gold timelines made by hand."""

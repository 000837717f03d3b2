"""The ways from a meaning to a date, a file for each; `timeline.dates.resolve` composes them.

What an expression counts from is in its `Context`; the steps that are shown are written by `derivation`.
"""

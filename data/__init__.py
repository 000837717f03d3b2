"""What ships with dateline and is not code: sample articles with gold annotations, lexicons, the language pipeline."""

"""Names of an article, settled for the whole of it: one name, one kind, one bearer."""

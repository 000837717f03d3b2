"""Events, read off clauses and what was found in them before: which clauses tell of one, when, who, and how surely."""

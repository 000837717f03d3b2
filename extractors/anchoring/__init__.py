"""What an expression counts from where words after it tell an event, `two days after the vote`, and what dates that."""

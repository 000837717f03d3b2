"""The date grammar: words become typed pieces, rules combine neighbours; what is left as a time is a finding."""

"""What a parse is read as, in words."""

from extractors.syntax.clauses import read_syntax
from tests.extractors.parses.notation import parsed


def subjects(text: str) -> dict[str, str]:
    """For each verb of a parse whose subject is known the word that it is."""
    doc = parsed(text)
    clauses = read_syntax(doc).clauses.values()
    return {
        doc[one.verb].text: doc[one.understood_subject].text for one in clauses if one.understood_subject is not None
    }

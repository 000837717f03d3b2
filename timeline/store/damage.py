"""What a decoder found wrong in a row, in plain words."""

import re

_PATH = re.compile(r" - at `\$\.?(.*?)`$")

_KINDS = {
    "int": "a whole number",
    "float": "a number",
    "str": "text",
    "bool": "yes or no",
    "null": "nothing",
    "array": "a list",
    "object": "a record",
}

_SAYS: tuple[tuple[str, str], ...] = (
    (r"Expected `array` of length (\d+).*", "the list should have {0} members"),
    (r"Expected `\w+` >= (.+)", "it should be {0} at least"),
    (r"Expected `\w+` <= (.+)", "it should be {0} at most"),
    (r"Expected `(.+)`, got `(.+)`", "there is {1} where {0} belongs"),
    (r"Expected `(.+)`", "it should be {0}"),
    (r"Object missing required field `(\w+)`", "it lacks the field “{0}”"),
    (r"Invalid (?:enum )?value '(.*)'", "“{0}” is none of the values it may have"),
    (r"Invalid RFC3339 encoded date", "it is no day of the calendar such as 2019-01-28"),
    (r"(?:Integer value|Number) out of range", "the number is too large"),
)


def in_words(error: Exception) -> tuple[str, str]:
    """The field in which a decoder met an error, empty if it is the whole row; and what is wrong there."""
    if isinstance(error, RecursionError):
        return "", "it is nested too deeply"
    message = str(error)
    path = _PATH.search(message)
    field, reason = path[1] if path else "", _PATH.sub("", message)
    for pattern, says in _SAYS:
        if match := re.fullmatch(pattern, reason, re.DOTALL):
            return field, says.format(*map(_kind, match.groups()))
    return field, reason


def _kind(name: str) -> str:
    """`int | null` is a whole number or nothing."""
    return " or ".join(_KINDS.get(part, part) for part in name.split(" | "))

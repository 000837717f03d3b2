"""Which events are told in one line, as a person joined them."""

from collections.abc import Callable, Mapping

from timeline.edits import Corrections, EditKind, followed


def joined(
    held: Mapping[str, Corrections], kind: EditKind, to: Mapping[str, str], knows: Callable[[str], bool]
) -> Mapping[str, str]:
    """By event, or actor, that was joined to another by edits of `kind`: the one that leads.

    Of some that were joined in a circle, as two people may have done, that with the least id leads. What `knows` does
    not know is joined to nothing; `to` says under which id something goes on.
    """
    links: dict[str, str] = {}
    for target, edits in held.items():
        if (value := edits.value(kind)) and knows(target):
            lead = followed(to, value)
            if lead != target and knows(lead):
                links[target] = lead
    for start in sorted(links):
        way = [start]
        while (last := links.get(way[-1])) is not None and last not in way:
            way.append(last)
        if last is not None:
            del links[min(way[way.index(last) :])]
    return {target: followed(links, target) for target in links}

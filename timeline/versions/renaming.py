"""What was read from an article, under another id: all ids that come of that of the article follow it."""

from msgspec.structs import replace

from timeline.model import Extraction, content_id, event_id


def under_id(read: Extraction, article: str) -> tuple[Extraction, dict[str, str]]:
    """It, and by id as it was read the id that its article, events, actors and sources have now."""
    old = read.article.id
    names = {old: article}
    names |= {event.id: content_id("event", event.id, article) for event in read.events}
    names |= {event_id(old, one.trigger): event_id(article, one.trigger) for one in read.assertions}
    known = (*(one.id for one in read.actors), *(one.id for one in read.sources))
    names |= {name: name.replace(old, article) for name in known if old in name}
    told = {one.id: content_id("assertion", event_id(article, one.trigger), article) for one in read.assertions}
    if len(set(told.values())) < len(told):  # two of one word
        told = {name: content_id("assertion", name, article) for name in told}

    def new(name: str) -> str:
        return names.get(name, name)

    attributions = tuple(replace(one, actor=new(one.actor)) for one in read.article.attributions)
    assertions = tuple(
        replace(
            one,
            id=told[one.id],
            event=new(one.event),
            article=article,
            source=new(one.source),
            participants=tuple(replace(each, actor=new(each.actor)) for each in one.participants),
        )
        for one in read.assertions
    )
    renamed = Extraction(
        article=replace(read.article, id=article, attributions=attributions),
        actors=tuple(replace(one, id=new(one.id)) for one in read.actors),
        sources=tuple(replace(one, id=new(one.id), actor=new(one.actor)) for one in read.sources),
        events=tuple(
            replace(one, id=new(one.id), assertions=tuple(told[name] for name in one.assertions)) for one in read.events
        ),
        assertions=assertions,
        extractor=read.extractor,
    )
    return renamed, names

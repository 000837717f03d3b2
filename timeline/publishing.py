"""What the publisher of an article is called, the same wherever it is named."""

from timeline.collection import Timeline
from timeline.model import Article
from timeline.outlets import outlet_of, own_source


def publisher_of(article: Article, timeline: Timeline) -> str:
    """Its outlet as the sources of the timeline have it; the article's own title where none is known."""
    own = outlet_of(article)
    # Earlier versions knew no outlet of an article whose site alone is known.
    ids = (timeline.voice_of(id_) for id_ in (own.id, own_source(article)))
    return next((timeline.sources[id_].name for id_ in ids if id_ in timeline.sources), own.name)

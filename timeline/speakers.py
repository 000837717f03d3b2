"""The source that a quoted speaker is."""

from timeline.model import Article, Attribution, Source, SourceKind, slug


def speaker_of(article: Article, attribution: Attribution) -> Source | None:
    """The speaker as a source, None if there is none. One without a name is known only within its article."""
    name, actor = attribution.speaker, attribution.actor
    if not name:
        return None
    if actor:
        return Source(id=f"speaker-{actor}", name=name, kind=SourceKind.SPEAKER, actor=actor)
    return Source(id=f"unnamed-{article.id}-{slug(name)}", name=" ".join(name.split()), kind=SourceKind.UNNAMED)

"""Parses that no parser should give, and that must do no harm."""

from hypothesis import strategies as st
from spacy.tokens import Doc

from tests.extractors.parses import both_schemes
from tests.extractors.parses.notation import VOCAB

_SENTENCES = both_schemes()
_LABELS = sorted(
    {dep for sentence in _SENTENCES for dep in (*sentence.ud.deps, *sentence.clear.deps)} | {"", "dep", "zzz"}
)
_TAGS = sorted({tag for sentence in _SENTENCES for tag in sentence.ud.tags} | {"", "_SP"})


@st.composite
def wild_docs(draw: st.DrawFn) -> Doc:
    """Docs whose labels, tags and (acyclic) heads are anything."""
    size = draw(st.integers(0, 12))
    order = draw(st.permutations(range(size)))
    heads = list(range(size))
    for n, at in enumerate(order):
        heads[at] = order[draw(st.integers(0, n))]
    words = [draw(st.sampled_from(["be", "said", "not", "to", "there", "who", "Lind", ",", "by", " "])) for _ in order]
    tags, deps = ([draw(st.sampled_from(kind)) for _ in order] for kind in (_TAGS, _LABELS))
    pos = [draw(st.sampled_from(["VERB", "NOUN", "AUX", "ADP", "ADV", ""])) for _ in order]
    return Doc(VOCAB, words, heads=heads, deps=deps, tags=tags, pos=pos)

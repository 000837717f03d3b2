"""Screens of an app as one SVG that moves: what several of them have in common stands in it once."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from typing import NamedTuple

_INNER = re.compile(r'<g transform="translate\([^"]*\)" clip-path')
_ELEMENT = re.compile(r"<rect fill[^>]*/>|<text [^>]*>[^<]*</text>")
_RECT = re.compile(r'<rect fill="(?P<fill>[^"]*)" x="(?P<x>[\d.]+)" y="(?P<y>[\d.]+)" width="(?P<width>[\d.]+)"')
_NEAR = 0.2
_STYLE = re.compile(r"\.([\w-]+-r\d+) \{([^}]*)\}")
_CLASS = re.compile(r'class="([\w-]+)"')
_NOISE = re.compile(r' clip-path="[^"]*"| shape-rendering="crispEdges"| textLength="[^"]*"(?=[^>]*>(?:&#160;|[^&])<)')
_NUMBER = re.compile(r"(?<=\")\d+\.\d+(?=\")")
_BLANK = re.compile(r">(?:&#160;|\s)*</text>")
_LEFT, _TOP = 9, 41
"""Where Textual puts the screen within the picture of its window."""
_FONT = "font-family:Fira Code,DejaVu Sans Mono,Menlo,Consolas,monospace"


class Frame(NamedTuple):
    """A screen as Textual exports it, how long it is shown, and what is said above it."""

    svg: str
    seconds: float
    caption: str


def moving(frames: Sequence[Frame]) -> str:
    """One picture that shows each frame in its turn, over and over; whoever wants nothing to move sees the last."""
    styles: dict[str, str] = {}
    in_frames = [dict.fromkeys(_joined(list(_elements(frame.svg, styles)))) for frame in frames]
    behind = _commonest_fill(element for elements in in_frames for element in elements)
    shown: dict[str, int] = {}
    for at, elements in enumerate(in_frames):
        for element in elements:
            if f'fill="{behind}"' not in element:
                shown[element] = shown.get(element, 0) | 1 << at
        caption = f'<text class="c" x="{-_LEFT + 20}" y="-14">{escape(frames[at].caption)}</text>'
        shown[caption] = shown.get(caption, 0) | 1 << at
    rules, drawn = _in_groups(shown, [frame.seconds for frame in frames])
    rules += [f".{name}{{{style.strip()}}}" for style, name in styles.items()]
    size = re.search(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', frames[0].svg)
    assert size is not None
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" xml:space="preserve" '
        f'viewBox="0 0 {size[1]} {float(size[2]):g}"><style>'
        f"text{{{_FONT};font-size:20px;white-space:pre}}.c{{fill:#d7dce4;font-weight:bold}}{''.join(rules)}"
        "@media (prefers-reduced-motion:reduce){g{animation:none!important}}</style>"
        f'<rect width="100%" height="100%" rx="8" fill="{behind}"/>'
        f'<g transform="translate({_LEFT},{_TOP})">{drawn}</g></svg>\n'
    )


def _in_groups(shown: dict[str, int], seconds: Sequence[float]) -> tuple[list[str], str]:
    """The rules, and the elements: those that are shown in the same frames, by the bits of a number, are a group."""
    groups: dict[int, list[str]] = {}
    for element, mask in shown.items():
        groups.setdefault(mask, []).append(element)
    whole = sum(seconds)
    ends = [sum(seconds[: at + 1]) for at in range(len(seconds))]
    rules = [f"g g{{animation:{whole:.1f}s step-end infinite}}"]
    layers: dict[str, list[str]] = {"<rect": [], "<text": []}
    for number, (mask, elements) in enumerate(groups.items()):
        rules.append(f"@keyframes k{number}{{{_steps(mask, ends)}}}g.k{number}{{animation-name:k{number}}}")
        for kind, layer in layers.items():
            if own := "".join(one for one in elements if one.startswith(kind)):
                at_last = mask >> len(seconds) - 1 & 1
                layer.append(f'<g class="k{number}" opacity="{at_last}">{own}</g>')
    return rules, "".join("".join(layer) for layer in layers.values())


def _elements(svg: str, styles: dict[str, str]) -> Iterator[str]:
    """What is drawn in a frame, with names of styles that all frames share."""
    own = {name: styles.setdefault(style, f"s{len(styles)}") for name, style in _STYLE.findall(svg)}
    inner = _INNER.search(svg)
    assert inner is not None
    for element in _ELEMENT.findall(svg, inner.end()):
        if not _BLANK.search(element):
            named = _CLASS.sub(lambda name: f'class="{own.get(name[1], "")}"', element)
            short = _NUMBER.sub(lambda number: f"{float(number[0]):.1f}".removesuffix(".0"), _NOISE.sub("", named))
            yield short.replace("&#160;", " ")


def _joined(elements: Sequence[str]) -> Iterator[str]:
    """The same, with rectangles of a colour that stand beside each other as one."""
    rows: dict[tuple[str, str], list[list[float]]] = {}
    for element in elements:
        if (rect := _RECT.match(element)) is None:
            yield element
            continue
        x, width = float(rect["x"]), float(rect["width"])
        spans = rows.setdefault((rect["fill"], rect["y"]), [])
        if spans and abs(sum(spans[-1]) - x) < _NEAR:
            spans[-1][1] += width
        else:
            spans.append([x, width])
    for (fill, y), spans in rows.items():
        for x, width in spans:
            yield f'<rect fill="{fill}" x="{x:.1f}" y="{y}" width="{width:.1f}" height="24.7"/>'


def _commonest_fill(elements: Iterable[str]) -> str:
    cells: defaultdict[str, float] = defaultdict(float)
    for rect in filter(None, map(_RECT.match, elements)):
        cells[rect["fill"]] += float(rect["width"])
    return max(cells, key=cells.__getitem__)


def _steps(mask: int, ends: Sequence[float]) -> str:
    """When it is seen, in hundredths of the whole."""
    steps: list[str] = []
    for at in range(len(ends)):
        now, before = mask >> at & 1, mask >> (at - 1) & 1 if at else -1
        if now != before:
            steps.append(f"{100 * (ends[at - 1] if at else 0) / ends[-1]:.2f}%{{opacity:{now}}}")
    return "".join(steps)

"""Pictures of a graph: its network and its places, with Chinese labels that do not overlap and no map tiles."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING, Any

from kg.explore.fonts import chinese_labels
from kg.explore.packages import need
from kg.explore.selection import only
from kg.export.geojson import features
from kg.export.html import LOOKS, choose_first, node_size, weigh
from kg.export.layout import arrange
from kg.model import PROJECT
from kg.recognition.lexicon import rows

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from kg.graph import KnowledgeGraph

MARKERS = {"Person": "o", "Agency": "s", "Place": "h", "Project": "D", "Event": "^", "Document": "v"}
_FONT = 8  # points; the layout counts in points too
_EDGE = "#9aa5b1"
_LARGEST_BUBBLE = 3000
"""Area in square points."""
_LISTED = 6
"""Names that stand beside a bubble."""
_LEAST_DEGREES = 0.35
"""Half the height of the smallest map: about 40 km, so that a county is seen among its neighbours."""


def short_label(name: str, most: int = 10) -> str:
    """A name cut to so many characters.

    Example:
        >>> short_label("华东师范大学第二附属中学金山实验学校")
        '华东师范大学第二附…'
    """
    return name if len(name) <= most else name[: most - 1] + "…"


def layout_of(graph: KnowledgeGraph, most: int, font: float) -> tuple[list[str], dict[str, tuple[float, float]]]:
    """The entities of which most is said, heaviest first, and where they stand so that no label covers another."""
    chosen = choose_first(graph, most=most)
    weights = weigh(graph)
    at = {entity: index for index, entity in enumerate(chosen)}
    links = {
        (min(at[s.subject], at[s.object]), max(at[s.subject], at[s.object]))
        for s in graph.statements.values()
        if s.object is not None and s.subject in at and s.object in at and s.subject != s.object
    }
    boxes = []
    for entity in chosen:
        size = node_size(weights[entity])
        width = len(short_label(graph.entities[entity].name)) * font
        boxes.append((max(width, size * 2) + font, size * 2 + font * 2))
    return chosen, dict(zip(chosen, arrange(boxes, sorted(links)), strict=True))


def draw_network(
    graph: KnowledgeGraph, ax: Axes | None = None, *, most: int = 60, colors: Mapping[str, str] | None = None
) -> Axes:
    """Draw the entities of which most is said and what links them.

    Args:
        most: Entities to draw.
        colors: A colour by entity identifier, such as that of its community; by type where it has none.
    """
    with chinese_labels():
        return _network(graph, ax, most, colors or {})


def draw_map(graph: KnowledgeGraph, ax: Axes | None = None, *, types: Collection[str] = (PROJECT,)) -> Axes:
    """Draw where the things of some types lie, among the seats of the divisions around: bundled coordinates, no tiles.

    A thing without coordinates of its own counts at the nearest division it is said to lie in; the area of a bubble is their number.
    """
    with chinese_labels():
        return _map(graph, ax, types)


def _network(graph: KnowledgeGraph, ax: Axes | None, most: int, colors: Mapping[str, str]) -> Axes:
    plt = need("matplotlib.pyplot")
    chosen, points = layout_of(graph, most, _FONT)
    weights = weigh(graph)
    width = max((x for x, _ in points.values()), default=1) - min((x for x, _ in points.values()), default=0) + 120
    height = max((y for _, y in points.values()), default=1) - min((y for _, y in points.values()), default=0) + 60
    own_figure = ax is None
    if ax is None:
        _, ax = plt.subplots(figsize=(max(width, 320) / 72, max(height, 200) / 72), layout="constrained")
    axes: Any = ax
    part = only(graph, chosen)
    pairs = Counter(
        tuple(sorted((s.subject, s.object))) for s in part.statements.values() if s.object is not None and s.object != s.subject
    )
    for (one, two), count in sorted(pairs.items()):
        (x1, y1), (x2, y2) = points[one], points[two]
        axes.plot([x1, x2], [-y1, -y2], color=_EDGE, linewidth=0.5 + min(count, 6) / 4, alpha=0.6, zorder=1)
    used = set()
    for entity in chosen:
        thing, (x, y) = graph.entities[entity], points[entity]
        color = colors.get(entity, LOOKS[thing.type][0])
        label = None if thing.type in used or colors else thing.type
        used.add(thing.type)
        size = node_size(weights[entity])
        axes.scatter(
            [x], [-y], s=(size * 1.5) ** 2, color=color, marker=MARKERS[thing.type], zorder=2, linewidths=0, label=label
        )
        axes.annotate(
            short_label(thing.name),
            (x, -y),
            xytext=(0, -size - 1),
            textcoords="offset points",
            fontsize=_FONT,
            ha="center",
            va="top",
        )
    axes.margins(0.06)
    axes.set_axis_off()
    if chosen and own_figure and not colors:
        legend = axes.legend(loc="upper left", frameon=False, fontsize=_FONT, bbox_to_anchor=(1, 1))
        for handle in legend.legend_handles:
            handle.set_sizes([40])
    return ax


def _map(graph: KnowledgeGraph, ax: Axes | None, types: Collection[str]) -> Axes:
    plt = need("matplotlib.pyplot")
    if ax is None:
        _, ax = plt.subplots(figsize=(8, 6.5), layout="constrained")
    axes: Any = ax
    here: dict[tuple[float, float], list[str]] = defaultdict(list)
    names: dict[tuple[float, float], str] = {}
    for feature in features(graph):
        if feature["properties"]["type"] in types:
            point = tuple(feature["geometry"]["coordinates"])
            here[point].append(feature["properties"]["name"])
            names[point] = graph.entities[feature["properties"]["at"]].name
    axes.set_xlabel("东经")
    axes.set_ylabel("北纬")
    if not here:
        axes.set_title("没有可定位的对象", loc="left")
        return ax
    west, east = min(x for x, _ in here), max(x for x, _ in here)
    south, north = min(y for _, y in here), max(y for _, y in here)
    stretch = math.cos(math.radians((south + north) / 2))
    half = max((north - south) / 2 * 1.2, (east - west) * stretch / 2, _LEAST_DEGREES)
    middle, centre = (south + north) / 2, (west + east) / 2
    axes.set_xlim(centre - half * 1.25 / stretch, centre + half * 1.25 / stretch)
    axes.set_ylim(middle - half * 1.2, middle + half)  # room below for names
    axes.set_aspect(1 / stretch)
    taken = list(here)
    level = ("county", "prefecture", "province") if half < 2 else ("prefecture", "province") if half < 6 else ("province",)
    for division in rows("divisions"):
        if division["level"] not in level or not division["longitude"]:
            continue
        x, y = float(division["longitude"]), float(division["latitude"])
        if (x, y) in here or not axes.viewLim.contains(x, y):
            continue
        axes.plot([x], [y], ".", color=_EDGE, markersize=4, zorder=1)
        if all(abs(x - a) > half * 0.2 / stretch or abs(y - b) > half * 0.06 for a, b in taken):
            axes.annotate(
                division["short"] or division["name"],
                (x, y),
                xytext=(3, 2),
                textcoords="offset points",
                fontsize=7,
                color="#6b7785",
            )
            taken.append((x, y))
    color = LOOKS[next(iter(types))][0] if len(types) == 1 else LOOKS[PROJECT][0]
    for (x, y), things in sorted(here.items(), key=lambda item: (-len(item[1]), item[0])):
        area = min(60 * len(things), _LARGEST_BUBBLE)
        axes.scatter([x], [y], s=area, color=color, alpha=0.55, linewidths=0, zorder=2)
        aside = math.sqrt(area / math.pi) + 3
        axes.annotate(
            f"{names[x, y]}  {len(things)}",
            (x, y),
            xytext=(aside, 0),
            textcoords="offset points",
            va="center",
            fontsize=9,
            zorder=3,
        )
        within = [name for name in things if name != names[x, y]]
        listed = [short_label(name, 20) for name in within[:_LISTED]] + ["…"] * (len(within) > _LISTED)
        style = {"fontsize": 6.5, "color": "#6b7785", "linespacing": 1.3}
        axes.annotate("\n".join(listed), (x, y), xytext=(aside, -7), textcoords="offset points", va="top", **style)
    axes.grid(color="#808080", alpha=0.15)
    axes.spines[["top", "right"]].set_visible(False)
    return ax

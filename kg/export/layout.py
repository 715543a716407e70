"""Where things stand in a picture of at most a few hundred: boxes and lines in, centres of boxes that do not overlap out.

Pure arithmetic in a fixed order: the same graph gives the same numbers on every machine with the same Python.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

Point = tuple[float, float]
Box = tuple[float, float]
Link = tuple[int, int]

_GOLDEN_ANGLE = math.pi * (3 - math.sqrt(5))
_SPARE = 2.0  # pixels that boxes are pushed further than they overlap: without them they push one another on and on
_WIDER_THAN_HIGH = 1.1  # the room that a laptop's screen leaves between two side panels


def arrange(boxes: Sequence[Box], links: Sequence[Link], *, rounds: int = 75) -> list[Point]:
    """Centres for boxes such that linked ones stand near each other and none covers another.

    Args:
        boxes: Width and height of each, in pixels, label included; the most important first.
        links: Pairs of indices into `boxes`.
        rounds: Steps of the spring model; each takes time quadratic in the number of boxes.

    Returns:
        One centre per box, in pixels, to whole numbers, around (0, 0).

    Example:
        >>> arrange([(40, 20), (40, 20)], [(0, 1)])[0] != arrange([(40, 20), (40, 20)], [(0, 1)])[1]
        True
    """
    if not boxes:
        return []
    side = math.sqrt(sum(w * h for w, h in boxes) / len(boxes)) * (0.85 + 1.2 / math.sqrt(len(boxes)))
    points = _springs(len(boxes), links, side, rounds)
    points = [(x * _WIDER_THAN_HIGH, y) for x, y in points]
    points = _push_apart(points, boxes)
    mid_x = (min(x for x, _ in points) + max(x for x, _ in points)) / 2
    mid_y = (min(y for _, y in points) + max(y for _, y in points)) / 2
    return [(float(round(x - mid_x)), float(round(y - mid_y))) for x, y in points]


def _springs(count: int, links: Sequence[Link], side: float, rounds: int) -> list[Point]:
    """Fruchterman and Reingold's model (1991), with weaker springs at hubs so that a district does not swallow its graph."""
    xs = [side * math.sqrt(i + 0.5) * math.cos(i * _GOLDEN_ANGLE) for i in range(count)]
    ys = [side * math.sqrt(i + 0.5) * math.sin(i * _GOLDEN_ANGLE) for i in range(count)]
    degree = [0] * count
    for one, two in links:
        degree[one] += 1
        degree[two] += 1
    springs = [(a, b, 1.6 / math.sqrt(max(degree[a], degree[b]))) for a, b in links if a != b]
    reach = side * 6  # what stands further away is not worth pushing
    far = reach * reach
    force = side * side
    for step in range(rounds):
        heat = side * 2 * (1 - step / rounds) ** 1.5 + 0.5
        dx = [-x * 0.055 for x in xs]
        dy = [-y * 0.075 for y in ys]
        order = sorted(range(count), key=xs.__getitem__)  # from left to right: behind the first out of reach none is within
        for at, i in enumerate(order, 1):
            x, y, sum_x, sum_y = xs[i], ys[i], 0.0, 0.0
            for j in order[at:]:
                gap_x = xs[j] - x
                if gap_x > reach:
                    break
                gap_y = ys[j] - y
                square = gap_x * gap_x + gap_y * gap_y
                if square < far:
                    push = force / (square + 1)
                    gap_x *= push
                    gap_y *= push
                    sum_x += gap_x
                    sum_y += gap_y
                    dx[j] += gap_x
                    dy[j] += gap_y
            dx[i] -= sum_x
            dy[i] -= sum_y
        for a, b, strength in springs:
            gap_x, gap_y = xs[a] - xs[b], ys[a] - ys[b]
            pull = math.sqrt(gap_x * gap_x + gap_y * gap_y) / side * strength
            dx[a] -= gap_x * pull
            dy[a] -= gap_y * pull
            dx[b] += gap_x * pull
            dy[b] += gap_y * pull
        for i in range(count):
            length = math.sqrt(dx[i] * dx[i] + dy[i] * dy[i]) or 1.0
            move = min(length, heat) / length
            xs[i] += dx[i] * move
            ys[i] += dy[i] * move
    return list(zip(xs, ys, strict=True))


def _push_apart(points: Sequence[Point], boxes: Sequence[Box], *, rounds: int = 300) -> list[Point]:
    """Move overlapping boxes along the shorter way out until none overlaps; the less important one moves more."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    widths, heights = [width for width, _ in boxes], [height for _, height in boxes]
    halves = [width / 2 for width in widths]
    for _ in range(rounds):
        moved = False
        order = sorted(range(len(xs)), key=lambda i: (xs[i] - halves[i], i))
        for at, i in enumerate(order):
            width, height, half = widths[i], heights[i], halves[i]
            for j in order[at + 1 :]:
                if xs[j] - halves[j] >= xs[i] + half:
                    break
                over_y = (height + heights[j]) / 2 - abs(ys[i] - ys[j])
                if over_y <= 0.01:
                    continue
                over_x = (width + widths[j]) / 2 - abs(xs[i] - xs[j])
                if over_x <= 0.01:
                    continue
                moved = True
                over_x, over_y = over_x + _SPARE, over_y + _SPARE
                share = 0.35 if i < j else 0.65
                if over_x < over_y:
                    way = over_x if (xs[i], i) > (xs[j], j) else -over_x
                    xs[i] += way * share
                    xs[j] -= way * (1 - share)
                else:
                    way = over_y if (ys[i], i) > (ys[j], j) else -over_y
                    ys[i] += way * share
                    ys[j] -= way * (1 - share)
        if not moved:
            break
    return list(zip(xs, ys, strict=True))

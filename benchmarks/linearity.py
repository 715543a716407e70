"""Whether time grows in proportion to the text: seconds of each stage over prose in which nearly every name is new.

python benchmarks/linearity.py 200 400 800 1600
"""

from __future__ import annotations

import itertools
import random
import sys
import time

from kg.model import Document
from kg.reading import Metadata, parse_document
from kg.recognition import recognize
from kg.relations.extraction import Scene, extract_statements
from kg.resolution import resolve

_SYLLABLES = "云海星桥青禾万安明德宏达金鼎瑞丰华盛永泰恒昌嘉和顺通博雅长青天翼东方新"


def article(paragraphs: int) -> str:
    """Two sentences a paragraph, with a town, a village, a company, a project, a person and a document of their own."""
    chance = random.Random(7)

    def word(size: int) -> str:
        return "".join(chance.choices(_SYLLABLES, k=size))

    return "\n\n".join(
        f"{word(3)}镇{word(3)}村引进{word(4)}有限公司，建设{word(4)}产业园项目。"
        f"镇党委书记{chance.choice('王李张刘陈')}{word(2)}说，《{word(6)}条例》已经施行。"
        for _ in range(paragraphs)
    )


def seconds(paragraphs: int) -> tuple[int, list[float]]:
    """Characters, and seconds of reading, recognition, resolution and relations."""
    text, marks = article(paragraphs), [time.perf_counter()]
    doc: Document = parse_document(text, "bench", Metadata(place="310116", published="2024-05-01"))
    marks.append(time.perf_counter())
    found = recognize(doc)
    marks.append(time.perf_counter())
    mentions, entities = resolve(doc, found)
    marks.append(time.perf_counter())
    extract_statements(Scene(doc, mentions, entities))
    marks.append(time.perf_counter())
    return len(text), [b - a for a, b in itertools.pairwise(marks)]


def main() -> None:
    """Print one line for each number of paragraphs."""
    seconds(20)
    print("paragraphs  characters   read  recognize  resolve  relate")
    for paragraphs in map(int, sys.argv[1:] or ("200", "400", "800")):
        size, parts = seconds(paragraphs)
        print(f"{paragraphs:10}  {size:10}  " + "  ".join(f"{part:7.2f}" for part in parts))


if __name__ == "__main__":
    main()

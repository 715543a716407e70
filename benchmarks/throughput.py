"""How fast a whole build is beside `jieba.posseg` on the same text: one core, one run, in turn.

    python benchmarks/throughput.py FOLDER [ROUNDS]

FOLDER holds `.txt` or `.md` files. The first round of each pays for its dictionaries; the last column is the ratio without that.
Run it with the Python that has kg installed: the engine may be plain or compiled (see README.md), and the second line says which.
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from kg.build import build, write
from kg.relations import clauses


def posseg_seconds(texts: list[str]) -> float:
    """CPU seconds to tag all texts."""
    start = time.process_time()
    import jieba.posseg

    for text in texts:
        for _ in jieba.posseg.cut(text):
            pass
    return time.process_time() - start


def build_seconds(folder: Path) -> float:
    """CPU seconds to read, build and write all six outputs."""
    start = time.process_time()
    with tempfile.TemporaryDirectory() as out:
        write(build(folder), out)
    return time.process_time() - start


def main() -> None:
    """Print one line a round and the medians."""
    folder, rounds = Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 5
    texts = [p.read_text(encoding="utf-8") for p in sorted(folder.rglob("*")) if p.suffix in (".txt", ".md")]
    print(f"{len(texts)} files, {sum(map(len, texts)):,} characters")
    print("engine", "plain" if clauses.__file__.endswith(".py") else "compiled")
    pairs = []
    for _ in range(rounds):
        pairs.append((posseg_seconds(texts), build_seconds(folder)))
        print(f"posseg {pairs[-1][0]:6.2f} s   build and write {pairs[-1][1]:6.2f} s   {pairs[-1][0] / pairs[-1][1]:.2f} times")
    print(f"median of the rounds after the first: {median(a / b for a, b in pairs[1:]):.2f} times posseg")


if __name__ == "__main__":
    main()

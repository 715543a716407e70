"""Files to documents: decoding, layout repair, sentences, and what the manifest says.

`read_document` is a pure function of one file's text; `find_files` lists what there is to read, in a fixed order.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from kg.errors import InputError
from kg.model import Document
from kg.reading.decode import read_text
from kg.reading.layout import join_lines
from kg.reading.lines import read_lines
from kg.reading.manifest import Metadata, check_date, infer_date, read_manifest
from kg.reading.sentences import split_sentences
from kg.reading.words import crosses_word

__all__ = ["Metadata", "check_date", "find_files", "parse_document", "read_document", "read_manifest"]

SUFFIXES = (".txt", ".md")
_NOT_NEWS = {"readme.md", "readme.txt", "license.txt", "license.md"}


def find_files(inputs: Iterable[Path]) -> tuple[dict[str, Path], list[str]]:
    """The text files among inputs, folders searched through, by document identifier in sorted order.

    The identifier is the file's name without its suffix, with its folder where names repeat.

    Returns:
        The files, and one line for each input that leads to none.
    """
    paths: set[Path] = set()
    problems: list[str] = []
    for given in inputs:
        if given.is_dir():
            found = [
                p for p in given.rglob("*") if p.suffix.lower() in SUFFIXES and p.is_file() and p.name.lower() not in _NOT_NEWS
            ]
            if not found:
                problems.append(f"{given}: no .txt or .md file in this folder")
            paths.update(found)
        elif given.exists():
            paths.add(given)
        else:
            problems.append(f"{given}: no such file or folder")
    return dict(sorted(_identify(paths).items())), problems


def _identify(paths: set[Path]) -> dict[str, Path]:
    """Names without suffix; names that repeat get as many folders in front as tell them apart."""
    names: dict[str, Path] = {}
    groups: dict[str, list[Path]] = {}
    for path in sorted(paths):
        groups.setdefault(path.stem, []).append(path)
    for stem, group in groups.items():
        if len(group) == 1:
            names[stem] = group[0]
            continue
        parts = {path: path.resolve().with_suffix("").parts for path in group}
        depth = 2
        # Files that differ in their suffix alone stay alike at any depth.
        while len({parts[p][-depth:] for p in group}) < len(set(parts.values())) and depth < max(
            len(p) for p in parts.values()
        ):
            depth += 1
        for path in group:
            name = "/".join(parts[path][-depth:])
            # Two files that differ in their suffix alone keep it.
            names[name if name not in names else f"{name}{path.suffix}"] = path
    return names


def read_document(path: Path, doc_id: str | None = None, metadata: Metadata | None = None) -> Document:
    """Read one file.

    Args:
        path: A text file in UTF-8 or GB18030.
        doc_id: The document's identifier; by default the file's name without its suffix.
        metadata: What a manifest says of it; `place` is kept as written and resolved to a code by the build.

    Raises:
        InputError: Where the file is no readable text.
    """
    if path.suffix.lower() not in SUFFIXES:
        raise InputError(f"{path}: only {' and '.join(SUFFIXES)} files are read")
    return parse_document(read_text(path), doc_id or path.stem, metadata or Metadata(), file_name=path.name)


def parse_document(text: str, doc_id: str, metadata: Metadata = Metadata(), *, file_name: str = "") -> Document:  # noqa: B008 - frozen
    """A document from a text already decoded.

    Example:
        >>> doc = parse_document("区委书记\\n调研\\n\\n7月8日,区委书记李明调研。", "a")
        >>> [s.text for s in doc.sentences], doc.articles[0].id
        (['区委书记', '调研', '7月8日，区委书记李明调研。'], 'article/a/1')
    """
    paragraphs = join_lines(read_lines(text), crosses_word)
    articles, sentences = split_sentences(paragraphs, doc_id)
    published = metadata.published
    inferred: tuple[str, ...] = ()
    if not published:
        published = infer_date(text, file_name)
        inferred = ("published",) if published else ()
    return Document(
        id=doc_id,
        text=text,
        articles=articles,
        sentences=sentences,
        title=metadata.title or articles[0].title,
        publisher=metadata.publisher,
        published=published,
        place=metadata.place,
        url=metadata.url,
        inferred=inferred,
    )

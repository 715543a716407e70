"""The whole path: files → documents → mentions → entities → statements → graph → files."""

from __future__ import annotations

import gc
import re
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from types import ModuleType
from typing import Any

from kg.errors import ExportError, InputError, KGError
from kg.export.tables import document_line, entity_line, statement_line, write_json, write_jsonl
from kg.graph import KnowledgeGraph
from kg.model import DOCUMENT, Document, Entity, Mention, Statement
from kg.reading import Metadata, check_date, find_files, read_document, read_manifest
from kg.recognition import recognize
from kg.recognition.divisions import load_divisions
from kg.recognition.talks import TALKS
from kg.relations.extraction import Scene, extract_statements
from kg.relations.rule_files import Rule
from kg.relations.rules import extract_relations
from kg.resolution import resolve
from kg.version import package_version

Settle = Callable[[Document, Sequence[Mention]], tuple[tuple[Mention, ...], dict[str, Entity]]]
"""From a document's mentions to the same with their entities, and the entities by identifier."""
OUTPUTS = ("graph.ttl", "graph.html", "entities.jsonl", "statements.jsonl", "documents.jsonl", "report.json")


@dataclass(frozen=True, slots=True)
class Extract:
    """What one document states: a pure function of its text, its metadata and the bundled resources."""

    document: Document
    entities: tuple[Entity, ...]
    statements: tuple[Statement, ...]


@contextmanager
def _without_collector() -> Iterator[None]:
    """Pause the search for reference cycles: a build makes next to none, and going over all it holds again and again takes a tenth of it."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            if not gc.get_freeze_count():
                # What was made meanwhile lives on: it joins the oldest objects without the search that all the young ones set off.
                gc.freeze()
                gc.unfreeze()
            gc.enable()


@_without_collector()
def build(
    *inputs: str | Path,
    published: str = "",
    place: str = "",
    progress: Callable[[Sequence[tuple[str, Path]]], Iterable[tuple[str, Path]]] = iter,
    read: Callable[[Document], Extract] | None = None,
) -> KnowledgeGraph:
    """Build a graph from text files and folders of them.

    Args:
        inputs: `.txt` and `.md` files, or folders; a `manifest.csv` beside the files gives their metadata.
        published: ISO date for files whose manifest gives none.
        place: Name (上海市金山区) or code (310116) for files whose manifest gives none.
        progress: Wraps the list of files while they are read, to show how far the build is.
        read: In the place of `extract`; `kg.extension.reader` makes one with names and rules of your own.

    Returns:
        The graph; `graph.report` tells the counts and what was skipped and why.

    Raises:
        InputError: Where no file at all can be read, or `place` is no known division.

    Example:
        >>> import tempfile; folder = Path(tempfile.mkdtemp())
        >>> _ = (folder / "a.txt").write_text("7月8日，区委书记刘健主持召开会议。", encoding="utf-8")
        >>> graph = build(folder, published="2022-07-09", place="上海市金山区")
        >>> [s.object for s in graph.statements.values() if s.predicate == "holdsPost"]
        ['agency/中共金山区委_310116']
    """
    check_date(published, "--published")
    defaults = Metadata(published=published, place=_code_of(place, "--place"))
    files, skipped = find_files(map(Path, inputs))
    known = _manifests(files, skipped)
    read = read or extract
    extracts: list[Extract] = []
    for doc_id, path in progress(list(files.items())):
        try:
            extracts.append(read(read_document(path, doc_id, _metadata(path, known.get(path, Metadata()), defaults, skipped))))
        except InputError as error:
            skipped.append(str(error))
        except KGError:
            raise  # of a lexicon or a rule file, not of this text
        except Exception as error:  # a fault of ours: the rest of the corpus is built all the same
            skipped.append(
                f"{path}: kg itself failed on this file ({type(error).__name__}: {error}); please report it with the file"
            )
    if not extracts:
        raise InputError("; ".join(skipped) or "no input given")
    return merge(extracts, skipped, {"published": published, "place": place})


def extract(doc: Document, *, settle: Settle = resolve, rules: Sequence[Rule] = ()) -> Extract:
    """Read one document: its mentions, its entities, its statements.

    Args:
        settle: Which entity each mention means.
        rules: Relation rules of the user's, read after kg's own.
    """
    doc = _locate(doc)
    mentions, entities = settle(doc, recognize(doc))
    talks = tuple(m for m in mentions if m.via == TALKS)
    scene = Scene(doc, tuple(m for m in mentions if m.via != TALKS), entities, talks)
    statements = [*extract_statements(scene), *(extract_relations(scene, rules) if rules else ())]
    written = {s.object for s in statements if s.predicate == "wrote"}
    articles = [Entity(a.id, DOCUMENT, a.title, "Article") for a in doc.articles if a.id in written]
    return Extract(doc, (*entities.values(), *articles), tuple(statements))


def merge(extracts: Sequence[Extract], skipped: Sequence[str], options: Mapping[str, str]) -> KnowledgeGraph:
    """The union of what documents state, with a report of counts, inferences and what was skipped."""
    documents = [e.document for e in extracts]
    graph = KnowledgeGraph.of(
        (entity for e in extracts for entity in e.entities), (stmt for e in extracts for stmt in e.statements), documents
    )
    report: dict[str, Any] = {
        "version": package_version(),
        "options": {key: value for key, value in options.items() if value},
        "documents": len(graph.documents),
        "entities": dict(sorted(Counter(e.type for e in graph.entities.values()).items())),
        "statements": dict(sorted(Counter(s.predicate for s in graph.statements.values()).items())),
        "inferred": {d.id: list(d.inferred) for d in graph.documents.values() if d.inferred},
        "skipped": sorted(skipped),
    }
    return replace(graph, report=report)


@_without_collector()
def write(graph: KnowledgeGraph, folder: str | Path) -> Path:
    """Write all outputs of a build, whole or not at all: they appear in the folder only once every one is complete.

    Raises:
        ExportError: Where the folder cannot be written.
    """
    from kg.export.html import write_html
    from kg.export.rdf import write_turtle

    folder = Path(folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder, prefix=".building-") as name:
            made = Path(name)
            write_jsonl(made / "entities.jsonl", map(entity_line, graph.entities.values()))
            write_jsonl(made / "statements.jsonl", map(statement_line, graph.statements.values()))
            write_jsonl(made / "documents.jsonl", map(document_line, graph.documents.values()))
            write_json(made / "report.json", graph.report)
            write_turtle(graph, made / "graph.ttl")
            write_html(graph, made / "graph.html")
            for output in OUTPUTS:
                shutil.move(made / output, folder / output)
    except OSError as error:
        raise ExportError(f"{folder}: cannot be written ({error.strerror or error})") from error
    return folder


def _manifests(files: dict[str, Path], skipped: list[str]) -> dict[Path, Metadata]:
    """What the manifests beside the files say of each; what is wrong with one is added to `skipped`.

    The files beside a broken manifest are taken out of `files`: read without their dates and places they would say what is not so.
    """
    known: dict[Path, Metadata] = {}
    for folder in sorted({path.parent for path in files.values()}):
        try:
            rows = read_manifest(folder)
        except InputError as error:
            left_out = [doc_id for doc_id, path in files.items() if path.parent == folder]
            for doc_id in left_out:
                del files[doc_id]
            skipped.append(f"{error}; not read: {len(left_out)} files beside it")
            continue
        known |= {folder / name: row for name, row in rows.items()}
        skipped += [f"{folder / 'manifest.csv'}: no such file {name!r}" for name in rows if not (folder / name).is_file()]
    return known


def _metadata(path: Path, known: Metadata, defaults: Metadata, skipped: list[str]) -> Metadata:
    """What is known of a file; one of a place that nobody knows is read as one of no place, and `skipped` tells so."""
    place = defaults.place
    if known.place:
        try:
            place = _code_of(known.place, f"{path.parent / 'manifest.csv'}, {path.name}")
        except InputError as error:
            place = ""
            skipped.append(f"{error}; read without a place")
    return replace(known, place=place, published=known.published or defaults.published)


# 吉林省、河南省 are several places and none in particular, and so is the whole country.
_NOWHERE = re.compile(".*[、,，].*|中国|全国|国家|中央|中华人民共和国|")


def _code_of(place: str, where: str) -> str:
    """The code of a place given by name or code; of a zone that is no division (河北雄安新区), that of the division named before it."""
    place = place.strip()
    if _NOWHERE.fullmatch(place):
        return ""
    name = place.removeprefix("中国")
    names = (name[:end] for end in range(len(name), 1, -1)) if not name.isdecimal() else (name,)
    division = next(filter(None, map(load_divisions().parse_place, names)), None)
    if division is None:
        raise InputError(f"{where}: {place!r} is no known division; give a name like 上海市金山区 or a code like 310116")
    return division.code


def _locate(doc: Document) -> Document:
    """Without a place given, the division that the text names by far the most often is the paper's; national news has none."""
    if doc.place or "新闻联播" in doc.text[:400]:
        return doc
    gazetteer = load_divisions()
    counts: Counter[str] = Counter()
    for start, end in gazetteer.scan(doc.text):
        name = doc.text[start:end]
        division = gazetteer.resolve(name)
        if division and division.level in ("county", "prefecture") and division.name == name:
            counts[division.code] += 1
    (code, most), (_, second) = [*counts.most_common(2), ("", 0), ("", 0)][:2]
    if most >= 3 and most >= 2 * second:
        return replace(doc, place=code, inferred=(*doc.inferred, "place"))
    return doc


class _Callable(ModuleType):
    """So that `kg.build("corpus")` builds although `kg.build` is this module."""

    def __call__(self, *inputs: str | Path, **options: Any) -> KnowledgeGraph:
        return build(*inputs, **options)


sys.modules[__name__].__class__ = _Callable

"""The graph as GraphML and GEXF for Gephi, igraph and networkx: entities as nodes, statements between two of them as edges."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from kg.export.flat import ENTITY_COLUMNS, NUMBERS, STATEMENT_COLUMNS, Row, entity_rows, statement_rows

if TYPE_CHECKING:
    from kg.graph import KnowledgeGraph

_NODE = tuple(column for column in ENTITY_COLUMNS if column != "id")
_EDGE = tuple(column for column in STATEMENT_COLUMNS if column not in ("id", "subject", "object"))


def write_graphml(graph: KnowledgeGraph, path: str | Path) -> None:
    """Write GraphML, streaming: one pass, no copy of the graph."""
    with Path(path).open("w", encoding="utf-8", newline="\n") as file:
        file.write('<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n')
        for part, columns in (("node", _NODE), ("edge", _EDGE)):
            for column in columns:
                kind = "double" if column in NUMBERS else "string"
                file.write(f'<key id="{part[0]}_{column}" for="{part}" attr.name="{column}" attr.type="{kind}"/>\n')
        file.write('<graph edgedefault="directed">\n')
        for row in entity_rows(graph):
            file.write(f"<node id={_attribute(row['id'])}>{_graphml(row, _NODE, 'n')}</node>\n")
        for row in statement_rows(graph):
            ends = f"source={_attribute(row['subject'])} target={_attribute(row['object'])}"
            file.write(f"<edge id={_attribute(row['id'])} {ends}>{_graphml(row, _EDGE, 'e')}</edge>\n")
        file.write("</graph>\n</graphml>\n")


def write_gexf(graph: KnowledgeGraph, path: str | Path) -> None:
    """Write GEXF 1.2, streaming; edges are labelled in Chinese and weighted by the number of their sources."""
    with Path(path).open("w", encoding="utf-8", newline="\n") as file:
        file.write('<?xml version="1.0" encoding="UTF-8"?>\n<gexf xmlns="http://www.gexf.net/1.2draft" version="1.2">\n')
        file.write('<graph defaultedgetype="directed" mode="static">\n')
        for part, columns in (("node", _NODE), ("edge", _EDGE)):
            file.write(f'<attributes class="{part}" mode="static">\n')
            for column in columns:
                kind = "double" if column in NUMBERS else "string"
                file.write(f'<attribute id="{part[0]}_{column}" title="{column}" type="{kind}"/>\n')
            file.write("</attributes>\n")
        file.write("<nodes>\n")
        for row in entity_rows(graph):
            file.write(f"<node id={_attribute(row['id'])} label={_attribute(row['name'])}>{_gexf(row, _NODE, 'n')}</node>\n")
        file.write("</nodes>\n<edges>\n")
        for row in statement_rows(graph):
            ends = f"source={_attribute(row['subject'])} target={_attribute(row['object'])}"
            head = f'id={_attribute(row["id"])} {ends} label={_attribute(row["label"])} weight="{row["sources"]}"'
            file.write(f"<edge {head}>{_gexf(row, _EDGE, 'e')}</edge>\n")
        file.write("</edges>\n</graph>\n</gexf>\n")


def _graphml(row: Row, columns: tuple[str, ...], part: str) -> str:
    return "".join(f'<data key="{part}_{column}">{escape(value)}</data>' for column, value in _filled(row, columns))


def _gexf(row: Row, columns: tuple[str, ...], part: str) -> str:
    values = "".join(f'<attvalue for="{part}_{column}" value={_attribute(value)}/>' for column, value in _filled(row, columns))
    return f"<attvalues>{values}</attvalues>" if values else ""


def _filled(row: Row, columns: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    for column in columns:
        if row[column] != "":
            yield column, _valid(row[column])


def _attribute(value: object) -> str:
    return quoteattr(_valid(value), {"\n": "&#10;", "\t": "&#9;"})


def _valid(value: object) -> str:
    """Without the control characters that XML 1.0 cannot hold in any way."""
    return "".join(char for char in str(value) if char >= " " or char in "\n\t")

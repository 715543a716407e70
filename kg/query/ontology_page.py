"""The ontology as one readable HTML page: every class, property and concept with its names, definition, place and example."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from kg.ontology import KG, ONTOLOGY, Concept, Term

_STYLE = """
:root { color-scheme: light dark; }
body { font: 16px/1.6 system-ui, "Noto Sans CJK SC", sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
section { border-top: 1px solid #8884; padding: .2rem 0 .6rem; }
h3 { margin: .4rem 0; } h3 code { font-weight: normal; color: #888; margin-left: .6rem; }
p { margin: .2rem 0; } .en { color: #777; } dl { margin: .2rem 0; display: grid; grid-template-columns: 9rem 1fr; } dt { color: #888; } dd { margin: 0; }
 table { border-collapse: collapse; } td { padding: .1rem 1rem .1rem 0; vertical-align: top; }
nav a { margin-right: .8rem; white-space: nowrap; }
"""


def ontology_html() -> str:
    """The page, self-contained and the same on every run."""
    classes = [term for term in KG.terms.values() if term.kind == "class"]
    objects = [term for term in KG.terms.values() if term.kind == "object"]
    literals = [term for term in KG.terms.values() if term.kind == "datatype"]
    parts = [
        ("类 Classes", "".join(map(_term, classes))),
        ("联系实体的属性 Properties between things", "".join(map(_term, objects))),
        ("带值的属性 Properties with values", "".join(map(_term, literals))),
        ("概念表 Concept schemes", _concepts(KG.concepts.values())),
    ]
    names = "".join(f'<a href="#{escape(name)}">{escape(KG[name].labels["zh"])}</a> ' for name in KG.terms)
    body = "".join(f"<h2>{title}</h2>{text}" for title, text in parts)
    return (
        '<!doctype html><html lang="zh"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
        f"<title>中文官方新闻知识图谱词汇</title><style>{_STYLE}</style></head><body><h1>中文官方新闻知识图谱词汇</h1>"
        f"<p>IRI: <code>{ONTOLOGY}</code></p><nav>{names}</nav>{body}</body></html>\n"
    )


def _term(term: Term) -> str:
    facts = [
        ("上级 parents", _links(term.parents)),
        ("下级 children", _links(name for name, other in KG.terms.items() if term.name in other.parents)),
        ("主语 domain", _links(term.domain)),
        ("宾语 range", _links(term.range)),
        ("对称 symmetric", "是 yes" if term.symmetric else ""),
        ("例 example", escape(term.example)),
    ]
    rows = "".join(f"<dt>{name}</dt><dd>{text}</dd>" for name, text in facts if text)
    return (
        f'<section id="{term.name}"><h3>{escape(term.labels["zh"])} {escape(term.labels["en"])}<code>kg:{term.name}</code></h3>'
        f'<p>{escape(term.definitions["zh"])}</p><p class="en">{escape(term.definitions["en"])}</p><dl>{rows}</dl></section>'
    )


def _links(names: Iterable[str]) -> str:
    return "、".join(f'<a href="#{name}">{escape(KG[name].labels["zh"])}</a>' for name in names)


def _concepts(concepts: Iterable[Concept]) -> str:
    schemes: dict[str, list[Concept]] = {}
    for concept in concepts:
        schemes.setdefault(concept.scheme, []).append(concept)
    text = ""
    for scheme, members in schemes.items():
        rows = "".join(
            f"<tr><td>{escape(c.labels['zh'])}</td><td>{escape(c.labels['en'])}</td><td><code>{scheme}:{escape(c.name)}</code></td></tr>"
            for c in members
        )
        name = KG.schemes[scheme]["zh"]
        text += f'<section id="scheme-{scheme}"><h3>{escape(name)}</h3><table>{rows}</table></section>'
    return text

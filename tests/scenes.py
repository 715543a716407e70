"""Scenes from sentences in the markup of the rules, with times and amounts found by the real recognizers."""

from __future__ import annotations

from dataclasses import replace

from kg.model import QUANTITY, TIME, Entity, Mention
from kg.recognition.quantities import find_quantities
from kg.recognition.times import find_times
from kg.relations.markup import parse_example, scene_of
from kg.relations.statements import Scene

HOME = "999999"


def scene(text: str, *, published: str = "2023-07-08", home: str = "", nested: tuple[str, ...] = ()) -> Scene:
    """A scene of `[words|Type]` sentences; `home` names the paper's division, `nested` marks `words|Type` inside names."""
    made = scene_of(parse_example(text))
    mentions, entities = list(made.mentions), dict(made.entities)
    for index, sent in enumerate(made.document.sentences):
        mentions += [
            Mention(index, t.start, t.end, t.text, TIME, via=t.kind, value=t.value) for t in find_times(sent.text, published)
        ]
        mentions += [
            Mention(index, q.start, q.end, q.text, QUANTITY, via=q.kind, quantity=q.quantity)
            for q in find_quantities(sent.text)
        ]
        for mark in nested:
            words, kind = mark.split("|")
            entities[f"{kind.lower()}/{words}"] = Entity(f"{kind.lower()}/{words}", kind, words)
            if (start := sent.text.find(words)) >= 0:
                mentions.append(Mention(index, start, start + len(words), words, kind, entity=f"{kind.lower()}/{words}"))
    if home:
        entities[f"place/{HOME}"] = Entity(f"place/{HOME}", "Place", home, facts={"code": HOME})
        mentions = [replace(m, entity=f"place/{HOME}") if m.entity == f"place/{home}" else m for m in mentions]
    document = replace(made.document, published=published, place=HOME if home else "")
    return Scene(document, tuple(sorted(mentions, key=lambda m: (m.sentence, m.start, -m.end))), entities)

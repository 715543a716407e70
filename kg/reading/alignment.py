"""From offsets in a joined sentence back to offsets in the file."""

from __future__ import annotations

from kg.model import Sentence, Span


def locate(sent: Sentence, start: int, end: int, text: str) -> tuple[Span, ...]:
    """The document spans of `sent.text[start:end]`, one where possible.

    Pieces that only white space separates in the file make one span, white space included: it can be checked as one quotation.
    Where other text stands between (a caption in the middle of a sentence), each piece is a span of its own.

    Example:
        >>> sent = Sentence("碳谷绿湾产业园", ((0, 3), (5, 9)), 0, 0)
        >>> locate(sent, 0, 7, "碳谷绿\\n\\n湾产业园")
        ((0, 9),)
    """
    if len(sent.pieces) == 1:  # as nearly all are
        ((piece_start, piece_end),) = sent.pieces
        low, high = piece_start + max(start, 0), min(piece_start + end, piece_end)
        return ((low, high),) if low < high else ()
    spans: list[Span] = []
    offset = 0
    for piece_start, piece_end in sent.pieces:
        length = piece_end - piece_start
        low, high = max(start - offset, 0), min(end - offset, length)
        if low < high:
            span = (piece_start + low, piece_start + high)
            if spans and spans[-1][1] <= span[0] and not text[spans[-1][1] : span[0]].strip():
                spans[-1] = (spans[-1][0], span[1])
            else:
                spans.append(span)
        offset += length
    return tuple(spans)

"""Lists of projects or of events: which of their members are names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.recognition.spans import items_of
from kg.recognition.telling import generic_names

# 项目包括青山家属院、电厂小区|等区域: what a list says it is of.
_OTHER_THINGS = re.compile(
    "等[0-9一二三四五六七八九十多]{0,3}[个项条]?(?:区域|小区|内容|方面|领域|村|镇|乡|地区|街道|社区|环节|单位|企业|部门)$"
)
_LIST_CLOSE = re.compile(r"(?:等[^、]*|[0-9一二三四五六七八九十]+[个项条大].*)$")
_COUNTED = re.compile(r"[0-9]+(?:个|项|条)")
_NO_MEMBER = re.compile("[这那][里些]|更多|一批|多个|各类|相关|实施|推动|促进|加快|开展|利于|足迹|体验")


def list_members(listed: re.Match[str]) -> Iterator[tuple[int, int]]:
    """The spans of a list's members that are names: no counts, no generic words, no water or dike that is there anyway.

    Args:
        listed: A match whose first group is the list, its members between 、.
    """
    if _OTHER_THINGS.search(listed.group(1)):
        return
    for start, end in items_of(listed.string, *listed.span(1)):
        name = _LIST_CLOSE.sub("", listed.string[start:end])
        if (
            3 <= len(name) <= 60
            and name[-1] not in "堤闸渠河江湖"
            and name not in generic_names()
            and not (_COUNTED.search(name) or _NO_MEMBER.match(name))
        ):
            yield start, start + len(name)

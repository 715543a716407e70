"""Houses and squares that something is held in, whatever they are called: 会议在云锦酒店举行."""

from __future__ import annotations

import re
from collections.abc import Mapping

from kg.recognition.places.words import is_item
from kg.recognition.spans import Span
from kg.recognition.telling import generic_names
from kg.recognition.tokens import Words

_VENUE = re.compile(
    "在(?:[主分]会场)?([一-鿿]{2,8}?)(酒店|宾馆|饭店|礼堂|会堂|剧院|剧场|大厦|体育馆|体育场|文化宫|广场|数码城|科技城|音乐厅|报告厅|影城|步行街|影院|影剧院|大会场|(?:文化)?艺术中心|会展中心|文化中心|文体中心)"
    "(?=内?(?:隆重|正式|顺利|成功|圆满|盛大|热烈|如期|精彩)*(?:举行|召开|举办|开幕|启动|开赛|启幕|开演|上演|落下帷幕|落幕|闭幕))"
)
# 人民广场, 县文化艺术中心: what every town has one of
_OF_TOWN = re.compile("[省市县区州旗]?(?:人民|市民|文化|群众|工人)|[省市县区州旗]")
_OF_EVERY_TOWN = ("广场", "影院", "影剧院", "大会场", "会堂", "剧院", "艺术中心", "文化艺术中心", "文化中心", "文体中心")
# 在|当地酒店, 在|各大广场, 在|学校礼堂: one of many, or whose it is.
_PLAIN = frozenset(
    [
        "当地",
        "各大",
        "小区",
        "校园",
        "学校",
        "附近",
        "门前",
        "中心",
        "政府",
        "机关",
        "单位",
        "公司",
        "该校",
        "我校",
        "露天",
        "室内",
    ]
)


def find_venues(words: Words, known: Mapping[int, int]) -> list[Span]:
    """Places told as such by what is held in them; their words are no verbs and not all plain.

    Args:
        known: Begin by end of the places found by their head nouns.

    Example:
        >>> from kg.recognition.tokens import tokenize
        >>> text = "会议在云锦酒店召开，演出在学校礼堂举行。"
        >>> [text[s.start : s.end] for s in find_venues(tokenize(text), {})]
        ['云锦酒店']
    """
    text = words.text
    found = []
    for venue in _VENUE.finditer(text) if "在" in text else ():
        name = venue[1]
        of_town = _OF_TOWN.fullmatch(name) is not None and venue[2] in _OF_EVERY_TOWN
        plain = name in _PLAIN or name in generic_names() or name[0] in "某该各本一几两这那"
        if (of_town or (not plain and is_item(words, *venue.span(1)))) and venue.end() not in known:
            found.append(Span(venue.start(1), venue.end(2), "place.venue", "Building"))
    return found

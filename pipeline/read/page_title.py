"""The title of a web page without the name of its site, which many pages write behind it."""

import re
from typing import Any
from urllib.parse import urlsplit

_TAIL = re.compile(r"(?P<title>.*\S) (?:[|»–—·-]|::) (?P<tail>\S.*)")
_NUMERIC_DAY = re.compile(r"\d{1,4}([./-])\d{1,2}\1\d{2,4}")


def without_site(title: str, page: Any, address: str | None) -> str:
    """The title up to a closing "| Site", "- Site" or "| 19.01.2020"; a title that is nothing else stays whole.

    Only what the page itself or its address calls the site is cut, so that "Brexit - what now?" stays whole.
    """
    sites = _site_names(page, address)
    while (found := _TAIL.fullmatch(title)) and (_is_site(found["tail"], sites) or _is_day(found["tail"])):
        title = found["title"]
    return title


def _is_day(words: str) -> bool:
    return bool(_NUMERIC_DAY.fullmatch(words))


def _is_site(words: str, sites: set[str]) -> bool:
    """Whether the words are the site's name, or begin with it as "CNN Politics" of cnn.com does."""
    return bool({_letters(words), _letters(words.partition(" ")[0])} & sites)


def _site_names(page: Any, address: str | None) -> set[str]:
    """What the page calls its site, and the name in its address: "dw" of www.dw.com, "bbc" of www.bbc.co.uk."""
    told = page.xpath("//meta[@property='og:site_name' or @name='application-name']/@content")
    host = _host(address).removeprefix("www.")
    labels = [label for label in host.split(".")[:-1] if len(label) > 1 and label not in ("co", "com", "org")]
    return {_letters(name) for name in (*told, *labels)} - {""}


def _host(address: str | None) -> str:
    try:
        return urlsplit(address or "").hostname or ""
    except ValueError:  # "http://[": a page may call itself anything
        return ""


def _letters(name: str) -> str:
    return re.sub(r"\W|_", "", name).casefold()

"""Which of the many names of a place are worth keeping."""

import re
from collections.abc import Iterable, Iterator

from pipeline.gazetteer.fold import fold, without_latin_accents
from pipeline.gazetteer.records import FOREIGN, MAIN, TRUSTED

# GeoNames' variants hold airport codes (BEY), machine transliterations (ha er ke fu) and other scripts:
# an English article uses none of them as a name.
_WORTHY = re.compile(r"['’‘`ʻ]?[A-ZÀ-ÖØ-ÞĀ-Ž][^\W\d_]*+(?>(?:(?![^\W\d_])['’‘`ʻ.]?[ \-]?['’‘`ʻ]?[^\W\d_]++)*)\.?")
_LATIN = re.compile(r"[A-Za-zÀ-ɏḀ-ỿ'’‘`ʻʼ .\-]+")
_CODE = re.compile(r"[A-Z]{1,5}")
_MIN_VARIANT = 4  # letters; shorter variants are codes or foreign words far more often than names
_MAX_WORDS = 5

# Kind words that official names of regions carry and newspapers drop: "Donetska oblast", "Rafah Governorate".
_KIND_TAIL = re.compile(
    r"(?<!\s)\s+(?:oblast['’]?|raion|rayon|krai|okrug|governorate|province|region|district|prefecture|voivodeship"
    r"|state|department|municipality|emirate|division|republic|kray|sheng|shi|zizhiqu)$",
    re.IGNORECASE,
)
_KIND_HEAD = re.compile(
    r"^(?:muḩāfaz̧at|muhafazat|provincia (?:de|di)|departamento (?:de|del)|province (?:of|de)|state of|republic of"
    r"|obshtina|wilaya (?:de|d')|estado de|região|respublika)\s+",
    re.IGNORECASE,
)


# Countries whose names GeoNames writes in scholars' transliteration; newspapers drop its marks.
_TRANSLITERATED = re.compile(
    "AE|AF|BD|BH|BT|DZ|EG|ER|ET|IN|IQ|IR|JO|KW|LB|LK|LY|MA|MM|MR|NP|OM|PK|PS|QA|SA|SD|SO|SY|TN|YE"
)
_ENGLISH_REGION = re.compile(r"[A-Z][A-Za-z' \-]+ (?:Oblast|Krai|Governorate|Republic|Okrug)")


def town_display(name: str, country: str) -> str:
    """The name of a town as a newspaper writes it: Rafah for Rafaḩ."""
    if name.isascii() or not _TRANSLITERATED.fullmatch(country):
        return name
    plain = without_latin_accents(name)
    return plain.strip("‘’ʻʼ").replace("‘", "'").replace("’", "'")


def region_display(name: str, country: str, variants: Iterable[str], preferred: Iterable[str]) -> str:
    """The English name of a region where the list has one: Donetsk Oblast for Donetska oblast."""
    if country in ("US", "CA", "AU", "GB", "PS"):
        return name
    for variant in preferred:
        if len(variant) > _MIN_VARIANT and "." not in variant:
            return variant
    english = (variant for variant in variants if _ENGLISH_REGION.fullmatch(variant))
    return next(english, town_display(name.partition(",")[0], country))


def worthy(variant: str) -> bool:
    """Whether a variant looks like a name in Latin letters."""
    return (
        len(variant) >= _MIN_VARIANT
        and bool(_LATIN.fullmatch(variant))
        and bool(_WORTHY.fullmatch(variant))
        and not _CODE.fullmatch(variant)
        and variant.count(" ") < _MAX_WORDS
    )


def city_names(name: str, variants: Iterable[str]) -> dict[str, int]:
    """Folded names of a city with their ranks."""
    names = {fold(name): MAIN}
    for variant in variants:
        if worthy(variant):
            names.setdefault(fold(variant), FOREIGN)
    names.pop("", None)
    return names


def region_names(name: str, variants: Iterable[str], *, county: bool) -> dict[str, int]:
    """Folded names of a subdivision; a US county only under its full name, since "Orange" alone is never one."""
    names = {fold(name): MAIN}
    if not county:
        for variant in (*variants, *_bare(name)):
            if _LATIN.fullmatch(variant):
                for spelling in (variant, *_bare(variant)):
                    names.setdefault(fold(spelling), TRUSTED)
    names.pop("", None)
    return names


def _bare(name: str) -> Iterator[str]:
    for pattern in (_KIND_TAIL, _KIND_HEAD):
        bare = pattern.sub("", name)
        if bare != name and len(bare) >= _MIN_VARIANT:
            yield bare

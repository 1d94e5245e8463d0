"""A server with a mistake in it: one regular expression takes longer than a lifetime over a short hostile text.

The product's own expressions are walked by a test; this shows what happens where one is wrong all the same.
"""

HOSTILE = "A" * 60 + " +1\n\nHe left the town.\n"
# Read by Python at the start of every process that finds it on its path.
SITE = r"""
import re as _re
_compile = _re.compile
def _wrong(pattern, flags=0):
    heads_of_columns = isinstance(pattern, str) and pattern.startswith(r"[A-Z]\s*+[A-Z]\s*+[A-Z][A-Z\s]*+")
    return _compile(r"(?:[A-Z]{1,4}\s*){3,}$" if heads_of_columns else pattern, flags)
_re.compile = _wrong
"""

"""What the tests of a collection read off its pages."""


def of(page, name):
    return [getattr(row, name) for row in getattr(page, "rows", page)]


def ids(page):
    return set(of(page, "id"))

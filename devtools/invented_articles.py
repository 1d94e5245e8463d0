"""Small articles of our own by template, for tests of many at once: invented people and bodies, real towns."""

from datetime import date, timedelta

TOWNS = ("Aqaba", "Beirut", "Marseille", "Genoa", "Valencia", "Izmir", "Piraeus", "Split", "Tangier", "Valletta")
PEOPLE = ("Leila Marwan", "Tom Ashdown", "Ines Calvet", "Goran Petrik", "Amira Soltane", "Nils Ekholm", "Rosa Bellanti")
BODIES = ("Harbour Trust", "Ferry Union", "Coastal Agency", "Dockers League", "Tide Institute")
SAYINGS = (
    "The boats are ready and the crews are not",
    "We will sail when the weather allows it",
    "Nobody asked the people who live on the quay",
    "The money was promised in spring and it has not come",
    "This harbour has seen worse winters than this one",
)
FIRST = date(2024, 3, 4)


def text_of(n: int) -> str:
    """The n-th article; no two are alike."""
    town, other = TOWNS[n % len(TOWNS)], TOWNS[(n * 3 + 1) % len(TOWNS)]
    person, critic = PEOPLE[n % len(PEOPLE)], PEOPLE[(n * 2 + 3) % len(PEOPLE)]
    critic = critic if critic != person else PEOPLE[(n + 1) % len(PEOPLE)]
    body, saying, doubt = BODIES[n % len(BODIES)], SAYINGS[n % len(SAYINGS)], SAYINGS[(n * 2 + 1) % len(SAYINGS)]
    day = FIRST + timedelta(days=n)
    return (
        f"Quay number {n + 1} in {town} closes for repairs\n\n"
        f"{town.upper()}, {day:%B} {day.day}, {day.year} - "
        f"The {body} will close quay number {n + 1} in {town} on Friday, "
        f"{person} said. “{saying},” said {person.split()[1]}, who speaks for the {body}.\n\n"
        f"{critic}, a skipper from {other}, disagreed. “{doubt},” {critic.split()[1]} said.\n"
    )


def files(count: int) -> dict[str, str]:
    """Name → text of so many articles."""
    return {f"quay-{n + 1:03}.txt": text_of(n) for n in range(count)}

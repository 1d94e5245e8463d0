"""Kinds of names that the model takes for something else, each with near misses; written as in test_name_kinds.py."""

import pytest

KINDS = {
    "land by its own name": [
        ("Iran said no. The Islamic Republic denied it. Iran left.", ["Iran GPE 3"]),
        ("The UAE paid. The UAE left. The United Arab Emirates said so.", ["United Arab Emirates GPE 3"]),
    ],
    "ship": [
        ("The USS Higgins left Yokosuka. HMS Daring sailed.", ["USS Higgins PRODUCT 1", "HMS Daring PRODUCT 1"]),
        ("INS officials held Ana Lind.", ["Ana Lind PERSON 1", "no INS officials"]),
    ],
    "prize with a given name": [
        ("Ana Lind won an Oscar in 2011. The Oscars were dull. Oscar nominees left.", ["Oscars WORK_OF_ART 3"]),
        ("He got a posthumous Oscar. Oscar Pistorius left.", ["Oscar WORK_OF_ART 1", "Oscar Pistorius PERSON 1"]),
        ("Tony Blair met Emmy Noether.", ["Tony Blair PERSON 1", "Emmy Noether PERSON 1"]),
    ],
    "title that a place ends": [
        ('He liked "Once Upon A Time in Hollywood" and left Leeds.',
         ["Once Upon A Time in Hollywood WORK_OF_ART 1", "no Hollywood", "Leeds GPE 1"]),
    ],
    "river": [
        ("The River Nzoia burst its banks near Busia. The Nzoia rose by two metres.", ["River Nzoia LOC 2"]),
        ("The actor River Phoenix, 23, died in Reno. The Mississippi River rose in Mississippi.",
         ["River Phoenix PERSON 1", "Mississippi River LOC 1", "Mississippi GPE 1"]),
        ("River Plate won 2-1 in Lima. Fans of River Plate sang. Then they face Flamengo.",
         ["River Plate ORG 2", "Flamengo ORG 1"]),
    ],
    "language": [
        ("She gave him a Swahili nickname. He speaks Swahili and Dari.", ["Swahili LANGUAGE 2", "Dari LANGUAGE 1"]),
        ("A Spanish ship sank.", ["Spanish NORP 1"]),
    ],
    "age of the earth": [
        ("The rock is from the Pliocene. A Holocene lake dried up.", ["no Pliocene", "no Holocene"]),
        ("Oil from the Permian Basin is cheap.", ["Permian Basin LOC 1"]),
    ],
    "letters behind a name": [
        ("Aoife Tarpey SC, for the family, opposed it. Ms Tarpey said it was late.", ["Aoife Tarpey PERSON 2"]),
        ("Judge Ruth Carden QC left. Carden is 60.", ["Ruth Carden PERSON 2"]),
        ("Nashville SC won. Orlando City SC lost.", ["Nashville SC ORG 1", "Orlando City SC ORG 1"]),
    ],
    "rank before a rank": [
        ("Garda Detective Sergeant Niall Crossan told the court so.",
         ["Niall Crossan PERSON 1", "no Garda Detective"]),
    ],
    "Irish last name": [
        ("Fergal O Maolain, 52, was fined in Cork. Ciaran Ó Briain was not.",
         ["Fergal O Maolain PERSON 1", "Ciaran Ó Briain PERSON 1"]),
        ("Group O Blood ran out.", ["no Group O Blood"]),
    ],
    "given name that a village bears": [
        ('"I wanted to find Ramiro. I found the net," laughed Julio Lopes.', ["Ramiro PERSON 1"]),
        ("They told Georgia so. They found Lima in ruins.", ["Georgia GPE 1", "Lima GPE 1"]),
    ],
    "well-known name alone": [
        ("Under Obama, rents fell. The Obama-era rule stayed.", ["Obama PERSON 2"]),
        ("The chief Brexit negotiator left. Brexit, who wanted it?", ["Brexit EVENT 2"]),
        ("Fine Gael lost two seats in Cork. The Fine Gael TD Ana Lind left.", ["Fine Gael ORG 2", "Ana Lind PERSON 1"]),
        ("On its official Twitter account Leicester City thanked him.", ["Twitter ORG 1", "Leicester City ORG 1"]),
        ("The Obama Presidential Center is in Chicago.", ["no Obama", "Chicago GPE 1"]),
    ],
    "last name that is a word": [
        ("Ada Trumper and Jon Sessions met. Sessions acted after it. The Sessions campaign paid.",
         ["Jon Sessions PERSON 3"]),
        ("Ida Burns lives in Truro. Burns banned it. He had burns on both hands.", ["Ida Burns PERSON 1"]),
        ("Ben Waters spoke. Waters rose in Leeds, and warm waters came.", ["Ben Waters PERSON 1"]),
    ],
    "word that opens a line": [
        ("Marijuana becomes legal in Texas.", ["no Marijuana", "Texas GPE 1"]),
        ("Grace Odera becomes a nurse in Leeds. Grace is 31.", ["Grace Odera PERSON 2"]),
    ],
}  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"), [row for rows in KINDS.values() for row in rows], ids=lambda value: str(value)[:40]
)
def test_mislabelled_name(assert_named, text, expected):
    assert_named(text, expected)

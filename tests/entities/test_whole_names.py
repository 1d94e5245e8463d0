"""Names that lose or win a word, a full stop or a number, each with near misses: the text and its entities.

An entity is written "name LABEL count", and "no name" for what is none.
"""

import pytest

KINDS = {
    "last name with its particle": [
        ("Ana de Sousa left. Friends came to de Sousa's side.", ["Ana de Sousa PERSON 2"]),
        ("Talks with Pieter van Aalst went on. A second meeting with van Aalst failed.", ["Pieter van Aalst PERSON 2"]),
    ],
    "second syllable that is a word": [
        ("Police arrested Park Ji-won near the border.", ["Park Ji-won PERSON 1"]),
        ("Lawmaker Yoon Seok-min resigned.", ["Yoon Seok-min PERSON 1"]),
        ("A Kim-led team won in Busan.", ["no Kim-led"]),
    ],
    "initial that is a title too": [
        ("According to M. R. Sundaram, the vote was fair.", ["M. R. Sundaram PERSON 1"]),
        ("The court in Lyon heard M. Lambert on Friday.", ["Lambert PERSON 1"]),
    ],
    "first word that is a rank too": [
        ("General Cartwheel Operations Inc. sold a shop. General Cartwheel listed its debts.",
         ["General Cartwheel Operations Inc. ORG 2"]),
        ("The party of General Idris Bako won. General Bako spoke.", ["Idris Bako PERSON 2"]),
    ],
    "list of bodies": [
        ("They met the National Goat Breeders Association, National Wool Council and National Pork Producers Union.",
         ["National Goat Breeders Association ORG 1", "National Pork Producers Union ORG 1"]),
        ("Senate Blocks Bill\n\nThe Senate voted in Albany.", ["Senate ORG 2"]),
    ],
    "legal form behind a comma": [
        ("Grupo Arconte, S.A. said sales rose in Lima.", ["Grupo Arconte, S.A. ORG 1", "no S.A."]),
        ("He was born in Adelaide, SA, in 1950.", ["Adelaide GPE 1"]),
    ],
    "member of a party and the state": [
        ("Senator Tom Brodie (D-Tex.) and Lisa Marsh, R-Vt., voted.", ["Tex. GPE 1", "Vt. GPE 1"]),
        ("Representative Dana Hill, R-Ocilla, voted.", ["Ocilla GPE 1"]),
    ],
    "score between two sides": [
        ("Hamburg 2-0 Cologne. The match in Hamburg was dull.", ["Hamburg GPE 2", "Cologne GPE 1"]),
        ("An Airbus A380-800 landed in Doha.", ["Doha GPE 1"]),
    ],
    "money of a land": [
        ("One U.S. Dollar buys 150 yen in Osaka.", ["U.S. GPE 1", "no U.S. Dollar"]),
        ("Dollar Tree Inc. shut shops in Tulsa.", ["Dollar Tree Inc. ORG 1"]),
    ],
    "office of two words": [
        ("White House Press Secretary Karine Brandt spoke.", ["White House ORG 1", "Karine Brandt PERSON 1"]),
        ("The Associated Press quoted him.", ["Associated Press ORG 1"]),
    ],
    "word that begins like a month": [("Thousands fled Marawi.", ["Marawi GPE 1", "no Thousands"])],
    "explained once, counted once": [
        ("Members of the Rail, Maritime and Transport (RMT) union are on strike.",
         ["Rail, Maritime and Transport ORG 2"]),
    ],
    "explained in a bracket either way": [
        ("He leads the PJD (Justice and Progress Party). The Justice and Progress Party won.",
         ["Justice and Progress Party ORG 3"]),
        ("Petroleos de Antioquia (PDAQ) is in debt. PDAQ owes billions.", ["Petroleos de Antioquia ORG 3"]),
        ("The Rubber Trade Agreement (RTA) ends. The RTA has 33 members.", ["Rubber Trade Agreement LAW 3"]),
        ("The Lund Gazette (AFP) reported it. AFP did so too.", ["Lund Gazette ORG 1", "AFP ORG 2"]),
    ],
    "body of a land without its first word": [
        ("The Central Election Commission met. Election Commission chairman Ivo Petrov spoke.",
         ["Central Election Commission ORG 2"]),
        ("The Central Bank of Kenya met. The World Bank did not.", ["World Bank ORG 1"]),
    ],
    "a people and what is theirs": [
        ("Kurds marched in Bonn. A Kurdish leader spoke.", ["Kurds NORP 2"]),
        ("Scots marched in Bonn. A Swedish leader spoke.", ["Scots NORP 1"]),
    ],
    "what is done to places, and who does it": [
        ("Thousands fled Malakal.", ["Malakal GPE 1"]),
        ("The report was published by Skivelle in March.", ["Skivelle ORG 1"]),
        ("The two firms founded a venture called Champlin Refining.", ["Champlin Refining ORG 1"]),
        ("A man called Jonas Petri fled in Oslo.", ["Jonas Petri PERSON 1"]),
        ("The rebel battalion Azov took part.", ["Azov ORG 1"]),
    ],
    "storm that opens its sentence": [
        ("Hurricane Odalys hit Florida.", ["Hurricane Odalys EVENT 1"]),
        ("Operation rooms were full in Lyon.", ["no Operation"]),
    ],
    "article before letters that change it": [
        ("Aid reached Tal as-Sultan in Rafah.", ["Tal as-Sultan GPE 1"]),
        ("Rain fell in Gaza as Sultan Bakr spoke.", ["Gaza GPE 1"]),
    ],
    "small town that nothing else is called": [
        ("Floods wrecked Paiporta, Alfafar and Catarroja.", ["Paiporta GPE 1", "Alfafar GPE 1", "Catarroja GPE 1"]),
        ("Formica fusca is an ant. Formica fusca digs.", ["Formica PERSON 2"]),
    ],
    "quarters of a city": [
        ("Troops entered the districts of Tal al-Rumman and al-Mamoun in Mosul.",
         ["Tal al-Rumman GPE 1", "al-Mamoun GPE 1"]),
        ("The friends of Omar al-Mamoun left Mosul.", ["Omar al-Mamoun PERSON 1"]),
    ],
    "whom somebody is of": [
        ("Idris Sow, of Benkadi, beat Awa Ba of Jokkoo in Dakar.", ["Idris Sow PERSON 1", "Awa Ba PERSON 1"]),
        ("Gunmen of Los Canelos stormed a bank in Quito.", ["Los Canelos ORG 1"]),
        ("He flew to Los Angeles.", ["Los Angeles GPE 1"]),
    ],
    "body passed over within a sentence": [
        ("The mayor reopened talks with the ELN.", ["ELN ORG 1"]),
        ("Shares of Brixolan fell in Oslo.", ["Brixolan ORG 1"]),
        ("In Oslo people seldom walk without the help of GPS.", ["no GPS"]),
    ],
    "county that an area is too": [
        ("A barn burned in Kent.", ["Kent GPE 1"]),
        ("Rain fell in Sinai.", ["Sinai LOC 1"]),
    ],
    "region with a small word": [
        ("Fighting broke out in Rio Grande do Sul on Monday.", ["Rio Grande do Sul GPE 1"]),
        ("Trains stopped at Ashby-de-la-Zouch.", ["Ashby-de-la-Zouch GPE 1"]),
    ],
    "land that owns a body or a person": [
        ("Sri Lanka's Ajantha Perera Kumara won in Galle.", ["Sri Lanka GPE 1", "no Lanka"]),
        ("Nepal's Supreme Court met in Patan.", ["Nepal GPE 1", "Supreme Court ORG 1"]),
        ("Ireland's Sean Brogan met Sri Aurobin Das in Cork.", ["Ireland GPE 1", "Sean Brogan PERSON 1"]),
    ],
    "region with a hyphen": [
        ("Ida Lund of Saxony-Anhalt flew to Emilia-Romagna.", ["Saxony-Anhalt GPE 1", "Emilia-Romagna GPE 1"]),
        ("They closed the Egypt-Gaza border.", ["Egypt GPE 1", "Gaza GPE 1"]),
    ],
    "full names that no list knows": [
        ("Those linked to Zwelo Mkhanda met in Durban.", ["Zwelo Mkhanda PERSON 1"]),
        ("Users of Mozilla Firefox met in Durban.", ["Durban GPE 1"]),
        ("Fuad Shukran had died in Haret Hreik.", ["Fuad Shukran PERSON 1", "Haret Hreik GPE 1"]),
    ],
}  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"), [row for rows in KINDS.values() for row in rows], ids=lambda value: str(value)[:40]
)
def test_whole_name(assert_named, text, expected):
    assert_named(text, expected)

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
        ("It won the best foreign film Oscar.", ["Oscar WORK_OF_ART 1"]),
        ("The best was the midfielder, Oscar.", ["Oscar PERSON 1"]),
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
    "last name that is a capital's": [
        ("Tyrone Washington told reporters so. Asked about pay, Washington shrugged.", ["Tyrone Washington PERSON 2"]),
        ("Tyrone Washington flew to Washington. In Washington he slept.", ["Washington GPE 2"]),
        ("Washington said no. Tyrone Washington agreed. Washington is waiting.", ["Washington GPE 2"]),
    ],
    "label in a transcript": [
        ("The transcript follows.\n\nLIND: I was in Oslo.\n\nOKAFOR: So was I.\n\nLIND: Then we met.",
         ["LIND PERSON 2", "OKAFOR PERSON 1", "Oslo GPE 1"]),
        ("MUMBAI: Rain fell all day.\n\nDELHI: Fog stopped trains.\n\nPUNE: A bus burned.",
         ["MUMBAI GPE 1", "DELHI GPE 1", "PUNE GPE 1"]),
    ],
    "letters behind a name": [
        ("Aoife Tarpey SC, for the family, opposed it. Ms Tarpey said it was late.", ["Aoife Tarpey PERSON 2"]),
        ("Judge Ruth Carden QC left. Carden is 60.", ["Ruth Carden PERSON 2"]),
        ("But Tom de la Mare QC said so. Wayne Martin QC, for the bank, agreed.",
         ["Tom de la Mare PERSON 1", "Wayne Martin PERSON 1"]),
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
    "acronym that is a word": [
        ("Islamic State (IS) fled. He fought IS in Iraq. IS fighters left.", ["Islamic State ORG 4"]),
        ("Officers of the Palestinian Authority left Jenin. The PA paid.", ["Palestinian Authority ORG 2"]),
        ("The Islamic Centre IS open, he wrote. THE CITY IS EMPTY.", ["no IS"]),
    ],
    "listed name in part": [
        ('The self-styled "Islamic State" group left. Reporters Without Borders wept.',
         ["Islamic State ORG 1", "Reporters Without Borders ORG 1", "no Islamic", "no Without Borders"]),
        ("The Western Cape High Court sat. The High Court sat.", ["Western Cape High Court ORG 1", "High Court ORG 1"]),
    ],
    "what an office is of": [
        ("The Minister for Transport Shane Kilroy left. Bishop of Limerick Brendan Tuohy spoke.",
         ["Shane Kilroy PERSON 1", "Brendan Tuohy PERSON 1"]),
        ("The Minister for Public Expenditure and Reform Paschal Quirke paid.", ["Paschal Quirke PERSON 1"]),
        ("A lawyer for Jean Claude Roux left. The mother of Ana Maria Lind wept.",
         ["Jean Claude Roux PERSON 1", "Ana Maria Lind PERSON 1"]),
    ],
    "office that is nobody": [
        ("Ana Lind, Consultant Physician, is a self-described Libertarian Socialist.",
         ["Ana Lind PERSON 1", "no Consultant Physician", "no Libertarian Socialist"]),
        ("Vance Porter and Ruth Dean left.", ["Vance Porter PERSON 1", "Ruth Dean PERSON 1"]),
    ],
    "creed or part of the world": [
        ("It was agreed by Western states. A Conservative MP left.", ["Western NORP 1", "Conservative NORP 1"]),
        ("The western states wept. Conservative estimates were wrong.", ["no western", "no Conservative"]),
    ],
    "people in two words": [
        ("The Franco-German summit met. Han Chinese moved there.", ["Franco-German NORP 1", "Han Chinese NORP 1"]),
        ("Irina Slav wrote it. Anne French left.", ["Irina Slav PERSON 1", "Anne French PERSON 1"]),
    ],
    "paper by its noun": [
        ("The Washington Post wrote it. He told the Post so.", ["Washington Post ORG 2"]),
        ("The Washington Post and the Denver Post wrote it. The Post was closed.", ["Denver Post ORG 1"]),
    ],
    "body before a last name": [
        ("Fallout for Samsung Lee was small. Samsung fell.", ["Samsung ORG 2", "Lee PERSON 1"]),
    ],
    "caption": [
        ("Presenter: Jane Dutt Guests: Alex Awuor, director of it.", ["Jane Dutt PERSON 1", "Alex Awuor PERSON 1"]),
    ],
    "land or body before a full name": [
        ("She met the ambassador to the United States Sergey Kaslyak in Minsk.",
         ["United States GPE 1", "Sergey Kaslyak PERSON 1"]),
        ("The head of the Interior Ministry Anatoly Kucherin fled.", ["Interior Ministry ORG 1",
                                                                      "Anatoly Kucherin PERSON 1"]),
        ("The ambassador to China Andrei Danilin told them so.", ["China GPE 1", "Andrei Danilin PERSON 1"]),
        ("Trinity College Dublin is shut. India Rose Clark, 12, wept.",
         ["Trinity College Dublin ORG 1", "India Rose Clark PERSON 1"]),
    ],
    "center that is a body": [
        ("The Lakeland Research Center and the Tidewater Policy Centre wrote to the Harbour Shopping Centre.",
         ["Lakeland Research Center ORG 1", "Tidewater Policy Centre ORG 1", "Harbour Shopping Centre FAC 1"]),
    ],
    "account and rank": [
        ("Ret. Lt. Gen. Joseph Kellig left. Follow @tidewatch in Leeds.", ["Joseph Kellig PERSON 1", "no Ret"]),
    ],
    "prefix before a hyphen": [
        ('"Anti-Nato. Anti-EU," he said.', ["Nato ORG 1", "EU ORG 1", "no Anti"]),
    ],
    "acronym with a small letter": [
        ('Transport for London (TfL) said so. "TfL are late," she said. TfL argued it.',
         ["Transport for London ORG 4", "no London"]),
        ("DeShawn Kite and McCoy stayed.", ["DeShawn Kite PERSON 1"]),
    ],
    "topic of a network": [
        ("Rain fell in Leeds. #StormIda #Blizzard", ["Leeds GPE 1", "no StormIda", "no Blizzard"]),
        ("Ana Lind left LGBT groups. The #1 seed left Leeds.", ["Ana Lind PERSON 1", "no LGBT", "Leeds GPE 1"]),
    ],
    "field of study": [
        ("A professor of Obstetrics and a lecturer in Geology left Leeds.", ["no Obstetrics", "no Geology"]),
        ("The president of Obstetrica left. A professor of MIT spoke.", ["MIT ORG 1"]),
    ],
    "two firms of one kind": [
        ("Kea Airways and Moa Airways lent laptops.", ["Kea Airways ORG 1", "Moa Airways ORG 1"]),
        ("The Ministry of Health and Education met.", ["Ministry of Health and Education ORG 1"]),
    ],
    "party's members": [
        ("Liberal Democrat leader Tim Farrow left.", ["Liberal Democrat NORP 1", "Tim Farrow PERSON 1"]),
    ],
    "trade before a full name": [
        ("Organist Ruth Calloway left Ulm. Supplier Tomas Reyl stayed.",
         ["Ruth Calloway PERSON 1", "Tomas Reyl PERSON 1"]),
        ("Walter Maria Lind met Hunter Amal Osei.", ["Walter Maria Lind PERSON 1", "Hunter Amal Osei PERSON 1"]),
        ("Osei's publisher, Tomas Reyl, left. His pollster, Ana Lind, stayed.",
         ["Tomas Reyl PERSON 1", "Ana Lind PERSON 1"]),
        ("Osei's publisher, Northgate, left. His broadcaster, Channel Nine, stayed.",
         ["Northgate ORG 1", "Channel Nine ORG 1"]),
    ],
    "peoples and bodies of the news": [
        ("Two Navajo women met a Bissau-Guinean official.", ["Navajo NORP 1", "Bissau-Guinean NORP 1"]),
        ("Officials from ICE arrived. The ice melted. Karen Lind left.",
         ["ICE ORG 1", "no ice", "Karen Lind PERSON 1"]),
        ("The report by Ofsted was late, HMRC said.", ["Ofsted ORG 1", "HMRC ORG 1"]),
        ("She quit Yesh Atid and met officials of Forza Italia.", ["Yesh Atid ORG 1", "Forza Italia ORG 1"]),
        ("A study by Johns Hopkins found it. Anthony Hopkins read it.",
         ["Johns Hopkins ORG 1", "Anthony Hopkins PERSON 1"]),
    ],
    "papers of the world": [
        ("She told Dagens Nyheter she would wait. An editorial in Politiken agreed.",
         ["Dagens Nyheter ORG 1", "Politiken ORG 1"]),
        ("She told The Hindu she would wait.", ["Hindu ORG 1"]),
        ("She told The Verge she would wait. She wrote in The Spectator. The verge was wet.",
         ["Verge ORG 1", "Spectator ORG 1"]),
        ("She told The President she would wait.", ["no President"]),
        ("An article in Bild was late. A fire in Brest was put out.", ["Bild ORG 1", "Brest GPE 1"]),
    ],
    "rank before a name": [
        ("“It was cruel,” Bishop Haas said. “It was,” DCI Haas said. Tomas Haas left.", ["Tomas Haas PERSON 3"]),
        ("“It was cruel,” Brig. Gen. Haas said. Det Ch Insp Haas left. Tomas Haas stayed.", ["Tomas Haas PERSON 3"]),
        ("Rear Admiral Haas left. Tomas Haas stayed.", ["Tomas Haas PERSON 2", "no Rear"]),
        ("Det Con Tomas Haas met Con Harrigan in Ulm.", ["Tomas Haas PERSON 1", "Con Harrigan PERSON 1"]),
        ("Police held Tomas Haas. He works for General Mills.",
         ["General Mills ORG 1", "Tomas Haas PERSON 1"]),
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

"""Kinds of names that the model cuts, joins, mislabels or leaves out, each with near misses: the text and its entities.

An entity is written "name LABEL count"; what a text has beside those listed is not looked at, but for "no name".
"""

import pytest

KINDS = {
    "noun of a body": [
        (
            'The Harbour Observatory for Tides counted 12. "We saw it," the Observatory said. Later the Observatory, '
            "based in Hull, counted 13.",
            ["Harbour Observatory for Tides ORG 3"],
        ),
        ("The Tide Institute and the Storm Institute met. The Institute closed.", ["Tide Institute ORG 1"]),
        ("She climbed to an observatory. The observatory was shut.", ["no observatory", "no Observatory"]),
    ],
    "acronym in the bracket counts": [
        ("The Dutch Harbour Board (OHR) met. The Dutch Harbour Board said so.", ["Dutch Harbour Board ORG 3"]),
        ("The Norddeutscher Rundfunk (NDR) said so. The broadcaster NDR aired it.", ["Norddeutscher Rundfunk ORG 3"]),
    ],
    "one letter too many": [
        ("The Jacksonsville Jaguars lost. Jacksonville Jaguars fans wept.", ["Jacksonsville Jaguars ORG 2"]),
        ("The Liberal Party and the Liberty Party met in Oslo.", ["Liberal Party ORG 1", "Liberty Party ORG 1"]),
    ],
    "for or against somebody": [
        ("Robert Mugabe was ousted. Anti-Mugabe marches began.", ["Robert Mugabe PERSON 2"]),
        ("The Anti-Defamation League met in Denver.", ["Anti-Defamation League ORG 1"]),
    ],
    "day before a last name": [
        ("Palesa Motaung mends radios in Durban. On Mondays Motaung sings.", ["Palesa Motaung PERSON 2"]),
        ("The Happy Mondays sang in Leeds on Sundays.", ["Leeds GPE 1", "no Sundays"]),
    ],
    "role at the head of a sentence": [
        ("Baker Ana Lind left Ulm. Lind sings.", ["Ana Lind PERSON 2"]),
        ("The dam is old. Climatologist Ana Lind measured it.", ["Ana Lind PERSON 1"]),
        ("Neighbour Kwame Okafor: the dam is old.", ["Kwame Okafor PERSON 1"]),
        ("Dean Ana Lind left Ulm. Baker Lind did not.", ["Dean Ana Lind PERSON 1"]),
    ],
    "title in the headline": [
        ("Councillor Mabel Woods Loses Seat\n\nCouncillor Mabel Woods lost in Truro.", ["Mabel Woods PERSON 2"]),
        ("Bishop Tomas Farrow opened the hall in Lodz. Farrow thanked them.", ["Tomas Farrow PERSON 2"]),
        ("Judge Rotenberg Center closed. Major League Soccer met.", ["Major League Soccer ORG 1"]),
    ],
    "given name that is a word": [
        ("Sunny Adewunmi drives a cab in Leeds. Sunny has painted it twice.", ["Sunny Adewunmi PERSON 2"]),
        ("Precious Moyana sells cakes in Bulawayo. Precious bakes them at night.", ["Precious Moyana PERSON 2"]),
        ("Patience Wanyonyi grows roses. Wanyonyi has no patience with weeds.", ["Patience Wanyonyi PERSON 2"]),
        ("Dakota Mills sang in Austin. Dakota wrote the song.", ["Dakota Mills PERSON 2"]),
        ("Grace Cathedral opened its doors. Hope fades for the miners.", ["Grace Cathedral FAC 1", "no Hope"]),
        ("Golden Harvest sells seeds in Kenya. Sunny days are rare.", ["no Sunny", "Kenya GPE 1"]),
        ("Virginia Mills makes cloth in Leeds.", ["Virginia Mills ORG 1"]),
    ],
    "and I": [
        ('"Petrie and I, we share a room," he said in Hobart. Petrie left.', ["Petrie PERSON 2", "Hobart GPE 1"]),
        ('"Lincoln and I met at school," she said. Lincoln is a plumber.', ["Lincoln PERSON 2"]),
        ('"Denmark and I have a history," he said in Oslo.', ["Denmark GPE 1", "Oslo GPE 1"]),
    ],
    "firm that opens with a preposition": [
        ("Under Armour is to shut its shop in Leicester. Under Armour came in 2022.", ["Under Armour ORG 2"]),
        ("Staff at Beyond Bread in Tucson left. Beyond Bread said it would talk.", ["Beyond Bread ORG 2"]),
        ("Beyond Leeds, the road was shut. Under Labour, rents rose.", ["Leeds GPE 1", "Labour ORG 1"]),
        ("After Trump lost in court, stocks fell. After Trump won, they rose.", ["Trump PERSON 2"]),
        ("Behind Pesic is a long career. Behind Pesic stood his wife.", ["Pesic PERSON 2"]),
        ("Beneath Novi Pazar, miners waited for the lift.", ["Novi Pazar GPE 1"]),
    ],
    "body of two matters": [
        ("The Ministry of Fisheries and Ocean Wealth sells licences.",
         ["Ministry of Fisheries and Ocean Wealth ORG 1"]),
        ("The Ministry of Trade, Industry and Ocean Energy met.",
         ["Ministry of Trade, Industry and Ocean Energy ORG 1"]),
        ("Kansas Parks and Rivers warned hikers. KPR counted bears.", ["Kansas Parks and Rivers ORG 2"]),
        ("The Ministry of Health and Pfizer signed.", ["Ministry of Health ORG 1", "Pfizer ORG 1"]),
        ("Aides of the Ministry of Finance and World Bank staff met.",
         ["Ministry of Finance ORG 1", "World Bank ORG 1"]),
        ("The Bank of England and Treasury officials spoke.", ["Bank of England ORG 1"]),
    ],
    "neighbours in a list": [
        ("Tesco and Lidl have had complaints about the farm before.", ["Tesco ORG 1", "Lidl ORG 1"]),
        ("Primark and Deichmann will open in Derby.", ["Primark ORG 1", "Deichmann ORG 1"]),
        ('Barbara and Sandy were at home. "I heard Sandy," Barbara said.', ["Sandy PERSON 2"]),
        ("Volkswagen and Osterloh agreed. Osterloh, who leads the council, was glad.", ["Osterloh PERSON 2"]),
    ],
    "town named after where it lies": [
        ("The pier at Walton-on-the-Naze is for sale.", ["Walton-on-the-Naze GPE 1"]),
        ("Growers around Niagara-on-the-Lake lost their crop.", ["Niagara-on-the-Lake GPE 1"]),
        ("Rain fell in Chapel-en-le-Frith and in Sutton-under-Brailes.", ["Chapel-en-le-Frith GPE 1"]),
        ("A Jack-in-the-Box stood by the Made-in-Italy sign.", ["no Jack-in-the-Box", "no Made-in-Italy"]),
    ],
    "second name of somebody": [
        ("The rapper Kwela Bones, born Lindani Radebele, is in jail in Pretoria.", ["Lindani Radebele PERSON 2"]),
        ("Zhang Meiqin, who is known to her clients as Michelle Zhang, was fined.", ["Michelle Zhang PERSON 2"]),
        ("The footballer Edmil Prata, known among friends as Prata Velho, left Porto.", ["Prata Velho PERSON 2"]),
        ("Mika Lehto, born in Turku, and Ana Lind sang.", ["Mika Lehto PERSON 1", "Ana Lind PERSON 1"]),
        ("The singer Lady Cove, whose manager is Delroy Pinnockle, left. Pinnockle stayed.",
         ["Lady Cove PERSON 1", "Delroy Pinnockle PERSON 2"]),
        ("The shop, whose owner is Tesco, closed.", ["Tesco ORG 1"]),
    ],
    "couple with one last name": [
        ("Teachers Owain and Mali Tudor bought it. Mali Tudor paints it, Owain Tudor digs.",
         ["Owain Tudor PERSON 2", "Mali Tudor PERSON 2"]),
        ("Farmers Gwilym and Nest Prothero dug. Nest Prothero paid, Gwilym Prothero did not.",
         ["Gwilym Prothero PERSON 2", "Nest Prothero PERSON 2"]),
        ("Workers Party and Green League members met.", ["Workers Party ORG 1", "Green League ORG 1"]),
    ],
    "chain with a person's name": [
        ("Complaints about Harvey Norman rose. Harvey Norman sells sofas in 190 shops.", ["Harvey Norman ORG 2"]),
        ("Shares in Jack Wills fell. Jack Wills closed 20 stores.", ["Jack Wills ORG 2"]),
        ("Tom Parry owns three pubs in Rhyl. Parry has run them since 1990.", ["Tom Parry PERSON 2"]),
        ("Governor Ana Lind closed 40 restaurants in Reno. Lind said it was the law.", ["Ana Lind PERSON 2"]),
    ],
    "acronym of another language": [
        ("The National Statistical Office (KSH) counted the sheep.", ["National Statistical Office ORG 2"]),
        ("The note was sent to the Board of Trade (ZTX).", ["Board of Trade ORG 2"]),
        ("The Harbour Council (Reuters) met. Chess Union (NOR) won.", ["Harbour Council ORG 1", "NOR GPE 1"]),
    ],
    "short name of a club": [
        ("SOCCER - Late goal\n\nThe Bundesliga club Borussia Dortmund beat Chelsea in the league match. "
         "The goal came in Dortmund's half. The striker and the goalkeeper left. Dortmund played well.",
         ["Borussia Dortmund ORG 3"]),
        ("SOCCER - Castillo out\n\nByron Castillo missed the league match. Castillo played for Quito. "
         "The goalkeeper left.", ["Byron Castillo PERSON 3"]),
    ],
    "model of a maker": [
        ("Owners of the iPhone 4 complained. The iPhone 4 antenna is weak.", ["iPhone 4 PRODUCT 2"]),
        ("The successor to the iBook line is dear.", ["iBook PRODUCT 1"]),
    ],
    "where somebody works": [
        ("An analyst at Wolfcrest said so.", ["Wolfcrest ORG 1"]),
        ("A boat was found at Wolfcrest.", ["no boat"]),
    ],
    "people with a plural verb": [
        ("The Kaska were not asked. Ships left for the Kaska lands.", ["Kaska NORP 2"]),
        ("The Beatles were in Leeds. The Sorbonne is shut.", ["Sorbonne ORG 1"]),
    ],
    "adjective before a name": [
        ("Rampant Ferdy beat them all. The crowd cheered for Ferdy at home.", ["no Rampant Ferdy"]),
        ("Pat the dough into a ball.", ["no Pat"]),
    ],
    "last name that is a word": [
        ("Theresa May left the room. May took no questions.", ["Theresa May PERSON 2"]),
        ("Augusta March paints boats in Truro. March began cold.", ["Augusta March PERSON 1"]),
        ("The Commission for Inter-Island Trade met in Suva.", ["Commission for Inter-Island Trade ORG 1"]),
        ("Steve Jobs ran the firm. Jobs welcomed all of them to the jobs fair.", ["Steve Jobs PERSON 2"]),
        ("Steve Jobs ran the firm. Jobs are scarce in Leeds.", ["Steve Jobs PERSON 1"]),
    ],
    "name whose first word the model did not see": [
        ("Singer songwriter Rab Noakley died. Noakley was 75. Friends praised Rab Noakley's songs.",
         ["Rab Noakley PERSON 3"]),
        ("Ruben Castel in Ghent paid. Castel is 31.", ["Ruben Castel PERSON 2", "Ghent GPE 1"]),
    ],
    "last name that is a people's": [
        ("Ruth Finnish mends nets in Hull. Finnish said the catch was poor. Finnish boats came.",
         ["Ruth Finnish PERSON 2", "Finnish NORP 1"]),
        ('Otto Dane runs a pub in York. "I am shut," said Dane. The Danes were kind.', ["Otto Dane PERSON 2"]),
        ("Ines French left. French voters did not. A French ship sank.", ["Ines French PERSON 1", "French NORP 2"]),
        ("Two Swedes sang with a Norwegian. Norwegian rules were lax.", ["Norwegian NORP 2"]),
    ],
    "initials of a person in brackets": [
        ("Peter Amos Quill (PAQ) spoke in Truro. PAQ was cheered.", ["Peter Amos Quill PERSON 3"]),
        ("Julia Lopez-Marsh (JLM) won. JLM is 33.", ["Julia Lopez-Marsh PERSON 3"]),
        ("Médecins Sans Détour (MSD) left Goma. MSD said so.", ["Médecins Sans Détour ORG 3"]),
        ("The list Lijst Tom Vaart (LTV) lost. Peter Holm Partnership (PHP) cut jobs.",
         ["Peter Holm Partnership ORG 2"]),
    ],
    "adjective that is a last name too": [
        ("Young Barnaby ran home to Cork. Barnaby was late.", ["Barnaby PERSON 2", "no Young Barnaby"]),
        ("Little Maria slept in Leeds. Maria is four.", ["Maria PERSON 2"]),
        ("Toby Young ran home. Young was late.", ["Toby Young PERSON 2"]),
    ],
    "plural that opens a sentence": [
        ("Umpires stopped play in Hull. Referees were paid.", ["no Umpires", "no Referees", "Hull GPE 1"]),
        ("Baptists met in Dallas.", ["Baptists NORP 1"]),
    ],
    "firm that is a word": [
        ("Shell and Total left the field off Gabon. Total said it had lost money.", ["Total ORG 2", "Shell ORG 1"]),
        ("Gap is to close 30 shops in Spain. Shares in Next rose.", ["Gap ORG 1", "Next ORG 1"]),
        ("Vista, a Dutch outlet, wrote so. Prism, a charity in Leeds, did not. Prism said it was poor.",
         ["Vista ORG 1", "Prism ORG 2"]),
        ("Total costs rose. Gap years are dear. Next came rain. Boots were found. An interest in Block 6 was sold.",
         ["no Total", "no Gap", "no Next", "no Boots", "no Block"]),
        ("Money, a firm said, was short. Rain, a threat to crops, fell.", ["no Money", "no Rain"]),
    ],
    "firm that ends with what it deals in": [
        ("Rosslare Ferries said it was surprised.", ["Rosslare Ferries ORG 1"]),
        ("Skerry Trains said so. Bexhill Toys said it had closed.", ["Skerry Trains ORG 1", "Bexhill Toys ORG 1"]),
        ("Dorothy Woods said so. Ricco Gross left.", ["Dorothy Woods PERSON 1", "Ricco Gross PERSON 1"]),
        ("A writer at Baltic Wire left.", ["Baltic Wire ORG 1"]),
    ],
    "given name of two syllables": [
        ("Hyun-woo Baek sells noodles in Busan. Baek is 31.", ["Hyun-woo Baek PERSON 2", "Busan GPE 1"]),
        ("Police praised Min-ji Seol. Seol wept.", ["Min-ji Seol PERSON 2"]),
        ("The UN-run School in Gaza shut. A Paris-based Yoo left.", ["no UN-run School"]),
    ],
    "given name that the model takes for something else": [
        ("A nurse, Doreen Lacy, spoke. The prize went to Doreen Lacy.", ["Doreen Lacy PERSON 2"]),
        ("Florence Bridge closed. Paris Council met.", ["Florence Bridge FAC 1", "Paris Council ORG 1"]),
    ],
    "base named after what lies near": [
        ("Troops left Joint Base Andrews. RAF Lossiemouth is in Moray.",
         ["Joint Base Andrews FAC 1", "RAF Lossiemouth FAC 1"]),
        ("The Joint Economic Committee met. The Naval Academy closed.", ["Joint Economic Committee ORG 1"]),
    ],
    "relatives with one last name": [
        ("Igor Bilek shot at his brother, Pavel Bilek, in Brno. Pavel Bilek died. Police said Bilek fled.",
         ["Igor Bilek PERSON 2", "Pavel Bilek PERSON 2"]),
        ("Jan Roos's sister, Ida Roos, found the boat. Ida Roos called the guard. Roos had left.",
         ["Jan Roos PERSON 2", "Ida Roos PERSON 2"]),
        ("The mayor, Rita Lobo, left. Her brother, Tito Lobo, runs the port. Lobo said he would sue.",
         ["Rita Lobo PERSON 1", "Tito Lobo PERSON 2"]),
        ("Andrew Cobb and Jim Cobb run a shop. Cobb said so.", ["Andrew Cobb PERSON 1", "Cobb PERSON 1"]),
    ],
    "noun and a comma before a name": [
        ('Director Ana Lind\'s second feature, "The Salt Road," won a prize.', ["The Salt Road WORK_OF_ART 1"]),
        ("He apologised, but his club, Al Wasl, said it would appeal.", ["Al Wasl ORG 1"]),
        ("Her firm, Delta Marlo, closed. Their son, Marco, left.", ["Delta Marlo ORG 1", "Marco PERSON 1"]),
        ("A house in Station Road burned. In the club, Ana Lind, 34, sang.",
         ["Station Road FAC 1", "Ana Lind PERSON 1"]),
    ],
    "first name that no list has": [
        ("Harjinder Singh Dhillon, 23, and Amrit Singh Sandhu, 21, appeared in court on Friday.",
         ["Amrit Singh Sandhu PERSON 1", "Harjinder Singh Dhillon PERSON 1"]),
        ("April Sandoval-Reese, who bought a boat, left. In April South-East Asia was dry.",
         ["April Sandoval-Reese PERSON 1"]),
    ],
    "place that a preposition shows": [
        ("The farm is near Te Awamutu.", ["Te Awamutu GPE 1"]),
        ("A light aircraft went missing between Dubbo and Bourke.", ["Dubbo GPE 1", "Bourke GPE 1"]),
        ("Talks between Kerry and Lavrov failed.", ["Kerry PERSON 1", "Lavrov PERSON 1"]),
        ("A retired teacher from Keene told the court so.", ["Keene GPE 1"]),
        ("The climber died on Longs Peak.", ["Longs Peak LOC 1"]),
        ("It was the third fire in the borough of Haringey.", ["Haringey GPE 1"]),
    ],
    "armed group": [
        ("Al-Shabab fighters left Merca.", ["Al-Shabab ORG 1"]),
        ("Al-Nusra militants took the town.", ["Al-Nusra ORG 1"]),
        ("Kenyan rebels met Ana Lind.", ["Kenyan NORP 1", "Ana Lind PERSON 1"]),
    ],
    "sentence that the model ends behind a particle": [
        ("Police searched the home of Annelies van den Broecke, a former aide to two European Parliament members. "
         "Van den Broecke wept.", ["Annelies van den Broecke PERSON 2"]),
        ("The Banco do Brasil closed. San Juan del Sur was dark.", ["San Juan del Sur GPE 1"]),
    ],
    "one body in two languages": [
        ("Grupo Navarro bought a bank in Lima. The Navarro Group has 20 plants.", ["Grupo Navarro ORG 2"]),
        ("Banco Arconte closed in Quito. Arconte Bank had 40 branches.", ["Banco Arconte ORG 2"]),
        ("Grupo Navarro met the Navarro Bank.", ["Grupo Navarro ORG 1", "Navarro Bank ORG 1"]),
    ],
}  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"), [row for rows in KINDS.values() for row in rows], ids=lambda value: str(value)[:40]
)
def test_kind_of_name(assert_named, text, expected):
    assert_named(text, expected)

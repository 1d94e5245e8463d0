"""Kinds of names that what stands beside them decides, each with near misses: the text and its entities.

An entity is written as in test_name_kinds.py: "name LABEL count", or "no name".
"""

import pytest

KINDS = {
    "rule of a person": [
        ("The Petrovic regime jailed its critics. The Vasquez junta closed the port.",
         ["Petrovic PERSON 1", "Vasquez PERSON 1"]),
        ("The Clinton Administration signed it.", ["Clinton PERSON 1"]),
        ("The Tehran regime and the Drug Enforcement Administration said no.",
         ["Tehran GPE 1", "Drug Enforcement Administration ORG 1"]),
    ],
    "peoples": [
        ("A Quechua speaker met Oromo activists and a Tigrayan officer.",
         ["Quechua NORP 1", "Oromo NORP 1", "Tigrayan NORP 1"]),
        ("Londoners waited. The Garifuna sailed.", ["Londoners NORP 1", "Garifuna NORP 1"]),
    ],
    "initials": [
        ("JP Smitz coached the team.", ["JP Smitz PERSON 1"]),
        ("J. D. Marsh said the road would stay shut.", ["J. D. Marsh PERSON 1"]),
        ("JP Morgan closed an office.", ["JP Morgan ORG 1"]),
    ],
    "particles": [
        ("Ferdinand dela Cruz drives a bus. João Pedro de Souza e Silva said so.",
         ["Ferdinand dela Cruz PERSON 1", "João Pedro de Souza e Silva PERSON 1"]),
        ("The mayor thanked Rodel dela Rosa.", ["Rodel dela Rosa PERSON 1"]),
        ("Anne-Sophie de la Tour said so. The Volta a la Comunitat ended.", ["Anne-Sophie de la Tour PERSON 1"]),
        ("Police spoke to Nguyen Thi Minh Khai, 41.", ["Nguyen Thi Minh Khai PERSON 1"]),
    ],
    "names of vessels": [
        ("The container ship Ever Willing ran aground.", ["Ever Willing PRODUCT 1"]),
        ("The cruise ship Celebrity Dawn sailed from Miami.", ["Celebrity Dawn PRODUCT 1", "Miami GPE 1"]),
        ("The bulk carrier True Patience was hit.", ["True Patience PRODUCT 1"]),
        ("The boat Ana Lindvall sailed is for sale.", ["Ana Lindvall PERSON 1"]),
        ("The budget carrier Vueling said no.", ["Vueling ORG 1"]),
    ],
    "places of two words": [
        ("Tourists in Boa Vista waited. French Guiana and French Polynesia voted.",
         ["Boa Vista GPE 1", "French Guiana GPE 1", "French Polynesia GPE 1"]),
        ("São José dos Campos makes aircraft.", ["São José dos Campos GPE 1"]),
        ("French Prime Minister Ana Lind met Ana Boa.", ["French NORP 1", "Ana Lind PERSON 1"]),
    ],
    "two towns behind one preposition": [
        ("Police raided houses in Mons and Liege.", ["Mons GPE 1", "Liege GPE 1"]),
        ("He worked for Johnson and Johnson and Marks and Spencer.",
         ["Johnson and Johnson ORG 1", "Marks and Spencer ORG 1"]),
    ],
    "who holds a place": [
        ("Fighting spread to rebel-held Rashidin.", ["Rashidin GPE 1"]),
        ("The opposition-controlled Tarshin was bombed.", ["Tarshin GPE 1"]),
        ("The closely-held Rashford Group is for sale.", ["Rashford Group ORG 1"]),
    ],
    "what a place is": [
        ("Nueva Loja is an oil town.", ["Nueva Loja GPE 1"]),
        ("Hutovo Blato is a bird reserve near Mostar.", ["Hutovo Blato GPE 1"]),
        ("Ana Lind is a town clerk.", ["Ana Lind PERSON 1"]),
    ],
    "list of places": [
        ("Coffee grows in six regions: Copan, Opalaca, Montecillos, Comayagua, Agalta and El Paraiso.",
         ["Opalaca GPE 1", "Montecillos GPE 1", "Agalta GPE 1"]),
        ("Three singers came: Opalaca, Ana Lind and Montecillos.", ["no Opalaca GPE", "Ana Lind PERSON 1"]),
    ],
    "clubs of other news": [
        ("Valencia lost to Getafe 2-0. Police in Valencia made four arrests.", ["Getafe ORG 1"]),
        ("Aberdeen have signed a Danish forward, the club said.", ["Aberdeen ORG 1"]),
        ("The Motherwell midfielder drove home.", ["Motherwell ORG 1"]),
        ("Dallas lost power. The council voted 5-2 to close the road.", ["Dallas GPE 1"]),
        ("The Bahamas have voted. Ghent and Bruges have trams.", ["Bahamas GPE 1", "Ghent GPE 1", "Bruges GPE 1"]),
        ("Rayo Vallecano and Gor Mahia said so.", ["Rayo Vallecano ORG 1", "Gor Mahia ORG 1"]),
    ],
    "money in a firm": [
        ("Shares in Zorvian fell 4 percent. She works for Quolent. \"Sorry,\" a Trevian spokesman said.",
         ["Zorvian ORG 1", "Quolent ORG 1", "Trevian ORG 1"]),
        ("Shares in Seoul rose. She has worked for Ana Lind. A Danish spokesman left.",
         ["Seoul GPE 1", "Ana Lind PERSON 1", "Danish NORP 1"]),
    ],
    "bodies of Romance tongues": [
        ("The Club Deportivo de la Guardia won. Banco Central do Marajo closed.",
         ["Club Deportivo de la Guardia ORG 1", "Banco Central do Marajo ORG 1"]),
        ("Santiago de Cuba and Rio de Janeiro are ports.", ["Santiago de Cuba GPE 1", "Rio de Janeiro GPE 1"]),
    ],
    "what a saint owns": [
        ("A fire broke out near St Paul's Cathedral. St. Jude's Church and St Mark's Square are full.",
         ["St Paul's Cathedral FAC 1", "St. Jude's Church FAC 1", "St Mark's Square FAC 1"]),
        ("St. Paul's mayor, Ana Lind, left.", ["Ana Lind PERSON 1"]),
    ],
    "roads": [
        ("Traffic was slow along the A14. A lorry overturned on the M4. A crash on I-95 killed two.",
         ["A14 FAC 1", "M4 FAC 1", "I-95 FAC 1"]),
        ("The M23 rebels took Goma. An Airbus A380 landed.", ["M23 ORG 1", "Airbus A380 PRODUCT 1"]),
    ],
    "mountains and lakes": [
        ("Climbers died on Monte Brenna and on Pik Sorun.", ["Monte Brenna GPE 1", "Pik Sorun LOC 1"]),
        ("Mount Kenya is high. Boats crossed Lough Erne.", ["Mount Kenya LOC 1", "Lough Erne LOC 1"]),
        ("Ben Lindvall sang in Kenya.", ["Ben Lindvall PERSON 1", "Kenya GPE 1"]),
    ],
    "town or somebody": [
        ("Lincoln said he was sorry.", ["Lincoln PERSON 1"]),
        ("Judge Andrew Banks sentenced Paris Jackson Reid, 34.", ["Paris Jackson Reid PERSON 1"]),
        ("Washington said he was welcome. In Paris Jack Reid, 34, sang.", ["Washington GPE 1", "Paris GPE 1"]),
    ],
    "Muhammad in short": [
        ("The toll rose, said Md. Rezaul Karim, a director. Mohd Azlan left.",
         ["Md. Rezaul Karim PERSON 1", "Mohd Azlan PERSON 1"]),
        ("In Annapolis, Md., Ana Lind sang.", ["Annapolis GPE 1", "Ana Lind PERSON 1"]),
    ],
    "river that flows": [
        ("The Teesta was flowing above the danger level. The Orlava burst its banks.",
         ["Teesta GPE 1", "Orlava GPE 1"]),
        ("The Guardian overflows with letters.", ["no Guardian GPE"]),
    ],
    "Gaelic last names": [
        ("Counsel for the firm, Seoirse Ó Dubhghaill SC, said so. Garda Niamh Ní Chonaill nodded.",
         ["Seoirse Ó Dubhghaill PERSON 1", "Niamh Ní Chonaill PERSON 1"]),
    ],
    "unknown first name before a particle": [
        ("The general secretary, Cobus van Vuuren, walked out. Van Vuuren smiled.", ["Cobus van Vuuren PERSON 2"]),
    ],
    "body that an apposition shows": [
        ("Satawu, the recognised union, has yet to respond.", ["Satawu ORG 1"]),
        ("Grace, a recognised singer, has yet to respond.", ["no Grace ORG"]),
    ],
    "club of a place": [
        ("The Utah Jazz beat the Portland Trail Blazers 118-112 on Wednesday night. Holcomb scored 34 points and hit "
         "four 3-pointers in the fourth quarter for Utah, which has won six of seven. Portland led by nine at "
         "halftime. The coach praised the guard.", ["Utah ORG 1"]),
    ],
    "letters of a body": [
        ("PAGOSA forecaster Benita Estrella said so. An FLQ fighter died. He told channel C5N so.",
         ["PAGOSA ORG 1", "FLQ ORG 1", "C5N ORG 1"]),
        ("An ICU nurse and a PE teacher left. IDP camps closed.", ["no ICU", "no PE", "no IDP"]),
    ],
    "last name without its article": [
        ("Mohammed Shia al-Sudarani arrived. Sudarani met Ali al-Hakimi. Hakimi stayed.",
         ["Mohammed Shia al-Sudarani PERSON 2", "Ali al-Hakimi PERSON 2"]),
    ],
    "two names of one, said in a word": [
        ("Police arrested Vikas Yadav alias Kalu. Kalu, 27, is wanted.", ["Vikas Yadav PERSON 3"]),
        ("William Harker resigned. Bill Harker had led it. Bill did well.", ["William Harker PERSON 3"]),
        ("The rapper Lil Zeno, real name Marcus Dodd, was held. Dodd wept.", ["Marcus Dodd PERSON 3"]),
        ("Typhoon Kalmegi, locally called Tino, hit Cebu. Tino left.", ["Typhoon Kalmegi EVENT 3"]),
        ("Vikas Yadav met Kalu Ram.", ["Vikas Yadav PERSON 1", "Kalu Ram PERSON 1"]),
    ],
    "school and where it is": [
        ("Pupils from Harris Academy Purley laid flowers.", ["Harris Academy Purley ORG 1"]),
        ("Steve Reedham is MP for Croydon North. Oliver North left.", ["Croydon North GPE 1", "Oliver North PERSON 1"]),
    ],
    "result in a line": [
        ("Results\n\nGirona 2-0 Getafe\nReal Betis 1-1 Osasuna\nWest Ham 1-3 Aston Villa",
         ["Girona ORG 1", "Getafe ORG 1", "Osasuna ORG 1", "West Ham ORG 1"]),
    ],
    "governor with a double name": [
        ("Governor Babajide Sanni-Olu signed it.", ["Babajide Sanni-Olu PERSON 1"]),
        ("Trump, Starmer Discuss Ukraine; Zelenskiy Heads to Paris\n\nThe leaders spoke by phone on Sunday.",
         ["Zelenskiy PERSON 1", "Paris GPE 1"]),
    ],
    "short forms of a body": [
        ("FC Hansa Rostock lost. Hansa Rostock fans left.", ["FC Hansa Rostock ORG 2"]),
        ("The University of Nairobi closed. UoN students marched.", ["University of Nairobi ORG 2"]),
        ("The Kenya Ferry Authority raided shops. KFA officers left.", ["Kenya Ferry Authority ORG 2"]),
        ("The Organisation for Economic Co-operation and Development met. The OECD said so.",
         ["Organisation for Economic Co-operation and Development ORG 2"]),
        ("Manchester United lost. Man Utd fans sang. Leeds United won.",
         ["Manchester United ORG 2", "Leeds United ORG 1"]),
        ("Police in N. Ireland met. Northern Ireland was calm.", ["Northern Ireland GPE 2"]),
    ],
    "laws": [
        ("Parliament passed the Finance Bill. Critics say the Rwanda Bill and the Treaty of Lisbon are weak.",
         ["Finance Bill LAW 1", "Rwanda Bill LAW 1", "Treaty of Lisbon LAW 1", "no Bill", "no Lisbon"]),
        ("He was charged under the Unlawful Activities (Prevention) Act in Pune.",
         ["Unlawful Activities (Prevention) Act LAW 1", "Pune GPE 1"]),
        ("The bill passed. Bill Lindvall left. The act is weak.", ["Bill Lindvall PERSON 1", "no Act"]),
    ],
    "sentence that ends with a month": [
        ("The Volkswagen Golf went on sale in May.\n\nAna Lind bought one.",
         ["Volkswagen Golf PRODUCT 1", "Ana Lind PERSON 1"]),
        ("Rio de Janeiro, 5 May\n\nAna Lind bought one.", ["Rio de Janeiro GPE 1"]),
    ],
    "team or band with a plural verb": [
        ("Werder have 30 points.", ["no Werder PERSON"]),
    ],
    "prize": [
        ("The prize went to Oleksandr Tkachenko for her work.", ["Oleksandr Tkachenko PERSON 1"]),
        ("The train went to Ghent for repairs.", ["Ghent GPE 1"]),
    ],
}  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"), [row for rows in KINDS.values() for row in rows], ids=lambda value: str(value)[:40]
)
def test_kind_that_its_context_shows(assert_named, text, expected):
    assert_named(text, expected)

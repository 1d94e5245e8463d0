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
        ("Shares in Zorvian fell 4 percent. She has worked for Quolent since 2019. \"Sorry,\" a Trevian spokesman said.",
         ["Zorvian ORG 1", "Quolent ORG 1", "Trevian ORG 1"]),
        ("Shares in Seoul rose. She has worked for Ana Lind. A Danish spokesman left.",
         ["Seoul GPE 1", "Ana Lind PERSON 1", "Danish NORP 1"]),
    ],
    "bodies of Romance tongues": [
        ("The Club Deportivo de la Guardia won. Banco Central do Marajo closed.",
         ["Club Deportivo de la Guardia ORG 1", "Banco Central do Marajo ORG 1"]),
        ("Santiago de Cuba and Rio de Janeiro are ports.", ["Santiago de Cuba GPE 1", "Rio de Janeiro GPE 1"]),
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

"""Places that no gazetteer has, told by the words around them, each with near misses; as in test_name_kinds.py."""

import pytest

KINDS = {
    "whose home it is": [
        ("Brett Dunmore, 31, of Torkotal pleaded guilty. Police praised a neighbour.",
         ["Brett Dunmore PERSON 1", "Torkotal GPE 1"]),
        ("Mary Tull, an elder from Kampong Rusa, taught the class.", ["Mary Tull PERSON 1", "Kampong Rusa GPE 1"]),
        ("Ruth Okafor, 43, of the Transport Workers Union, spoke.", ["Transport Workers Union ORG 1"]),
        ("A letter from Tom Ardern, a lawyer, was read out.", ["Tom Ardern PERSON 1"]),
    ],
    "kind behind the name": [
        ("Fighters took ground in the mountainous Tora Sora region.", ["Tora Sora GPE 1"]),
        ("Soldiers searched the Gul Bagh cave complex near the border.", ["Gul Bagh GPE 1"]),
        ("Workers at the Nagarpet nuclear plant went home.", ["Nagarpet GPE 1"]),
        ("A Breton village lost its baker. The Zulu areas were calm.", ["Breton NORP 1", "Zulu NORP 1"]),
        ("The Ana Lind affair shook the village.", ["Ana Lind PERSON 1"]),
    ],
    "kind before the name": [
        ("He walked to villages including Pucchalanka, Arigela and Mekala, where homes were lost.",
         ["Pucchalanka GPE 1", "Arigela GPE 1", "Mekala GPE 1"]),
        ("A car was hit between the settlements of Bankasso and Hargesso.", ["Bankasso GPE 1", "Hargesso GPE 1"]),
        ("Residents of Quang Tho said they heard three blasts.", ["Quang Tho GPE 1"]),
        ("The rebels hold the provincial capital, Dolna Vest, and two bridges.", ["Dolna Vest GPE 1"]),
        ("The mayor of Leeds, Ana Lindvall, earns less than that.", ["Leeds GPE 1", "Ana Lindvall PERSON 1"]),
        ("Players including Ana Lindvall and Ruth Okafor signed the letter.",
         ["Ana Lindvall PERSON 1", "Ruth Okafor PERSON 1"]),
    ],
    "rest of the name": [
        ("He was seen in Gorno Selov, not far from Varna.", ["Gorno Selov GPE 1"]),
        ("Fighters left the city of Kalat-e-Sabz. In Kalat-e-Sabz, snow fell.", ["Kalat-e-Sabz GPE 2"]),
        ("Lashkar-e-Taiba said so. She taught at Quaid-i-Azam University.",
         ["Lashkar-e-Taiba ORG 1", "Quaid-i-Azam University ORG 1"]),
        ("A march in Diabari-Nord ended there.", ["Diabari-Nord GPE 1"]),
        ("Talks on the Moscow-Washington line failed.", ["Moscow GPE 1", "Washington GPE 1"]),
    ],
    "towns that are words, or short": [
        ("A fire in Barking killed two. Schools in Bath are shut. It was on the outskirts of Mobile.",
         ["Barking GPE 1", "Bath GPE 1", "Mobile GPE 1"]),
        ("He was in Osh on Monday. The road from Van is shut.", ["Osh GPE 1", "Van GPE 1"]),
        ("Brno police are looking for a man. Officers said so.", ["Brno GPE 1"]),
        ("Traffic police came. The Deal was signed. He has a degree in Law.", ["no Traffic", "no Deal", "no Law"]),
    ],
    "on the way": [
        ("The bus overturned between Stara Luka and Bila Krynka on Sunday.", ["Stara Luka GPE 1", "Bila Krynka GPE 1"]),
        ("A feud between Ana Lindvall and Kofi Asante split the council.",
         ["Ana Lindvall PERSON 1", "Kofi Asante PERSON 1"]),
        ("Three lorries burned on the road to Quang Tho.", ["Quang Tho GPE 1"]),
    ],
    "within a town": [
        ("Police raided a flat in Nairobi's Chittapalli on Monday.", ["Nairobi GPE 1", "Chittapalli GPE 1"]),
        ("Norway's Ana Lindvall won in Leeds.", ["Ana Lindvall PERSON 1", "Norway GPE 1"]),
    ],
    "where it lies": [
        ("Diabari lies 30 kilometres from the sea.", ["Diabari GPE 1"]),
        ("Crews watched a blaze at Yarrabin north of the river.", ["Yarrabin GPE 1"]),
        ("Komarov lies in third place. Komarov has 34 points.", ["Komarov PERSON 2"]),
    ],
    "in somebody": [
        ("Bayern will face a former foe in Shinji Lindvall. Lindvall left in May.", ["Shinji Lindvall PERSON 2"]),
        ("The town swears in Komarovsky on Monday. Komarovsky won easily.", ["Komarovsky PERSON 2"]),
        ("In Widodarma the party has a leader. Widodarma is 60. Aides said Widodarma would run. Widodarma smiled. "
         "His wife said Widodarma slept well.", ["Widodarma PERSON 5"]),
        ("She spoke in Arabic and wrote in Breton.", ["no Breton GPE"]),
    ],
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [row for rows in KINDS.values() for row in rows])
def test_what_is_around_a_name_tells_a_place(assert_named, text, expected):
    assert_named(text, expected)

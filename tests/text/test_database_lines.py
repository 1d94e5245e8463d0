"""Articles as press databases export them: what stands around the article is no part of it."""

from pipeline import Article, analyse
from pipeline.text.layout import read_layout

STORY = "The mayor of Bergen said on Monday that the ferry would sail again, and people clapped."
NEXIS = (
    "1 of 3 DOCUMENTS\n\nThe Valley Post\n\nMarch 19, 2024 Tuesday\nFinal Edition\n\nFerry sails again\n\n"
    "BYLINE: Julia Alves\n\nSECTION: NEWS; Pg. 3\n\nLENGTH: 92 words\n\n"
    f"{STORY}\n\nLOAD-DATE: March 20, 2024\n\nLANGUAGE: ENGLISH\n"
)
FACTIVA = (
    "Ferry sails again\n\nBy Julia Alves\n92 words\n19 March 2024\nThe Valley Post\nVALPST\nEnglish\n"
    f"Copyright 2024. The Valley Post.\n\n{STORY}\n\nDocument VALPST0020240319ek3j00012\n"
)
PROQUEST = (
    "Title: Ferry sails again\nAuthor: Alves, Julia\nPublication title: The Valley Post; Oslo\n"
    f"Publication date: Mar 19, 2024\nFull text:\n{STORY}\n\nCredit: Julia Alves\nLast updated: 2024-05-02\n"
)


def test_nothing_but_the_article_is_counted(resources):
    for text in (NEXIS, FACTIVA, PROQUEST):
        analysis = analyse(Article("export", text), resources)
        assert str(analysis.article.published) == "2024-03-19"
        assert {entity.name for entity in analysis.entities} <= {"Bergen", "Valley Post"}
        assert [quote.speaker_text for quote in analysis.quotes] == ["The mayor of Bergen"]


def test_one_such_label_is_the_story_s():
    text = (
        f"Ferry sails again\n\n{STORY}\n\nSection: a word that has many meanings.\n\nPeople: they are late.\n\n{STORY}"
    )
    assert [block.kind for block in read_layout(text).blocks] == ["headline", *["body"] * 4]


def test_the_headings_of_a_timeline_stay():
    text = f"Ferries\n\n3 March 2021\n\n{STORY}\n\n4 May 2022\n\n{STORY}\n\n9 June 2023\n\n{STORY}"
    assert "furniture" not in {block.kind for block in read_layout(text).blocks}


def test_a_stamp_names_nobody():
    text = f"Ferry sails again\n\nTue 19 Mar 2024 10.00 GMT\n\n{STORY}"
    assert [block.kind for block in read_layout(text).blocks] == ["headline", "credit", "body"]

"""Lines that present authors and what papers say of their own articles, beside lines of the story that look alike."""

import pytest

from pipeline.text.layout import read_layout

HEADLINE = "Ferry sails again"
STORY = "The mayor of Bergen said on Monday that the ferry would sail again, and people clapped."

AT_THE_HEAD = [
    ("By Ana Olsen, Health reporter, Bergen", "byline"),
    ("By Ana Olsen, 9 April 2025", "byline"),
    ("By Ana Olsen | April 9, 2025", "byline"),
    ("Ana Olsen and Julia Alves", "byline"),
    ("Ana Olsen, Julia Alves", "byline"),
    ("Ana Olsen | 14 August 2024", "byline"),
    ("Words by Ana Olsen, photos by Julia Alves", "byline"),
    ("Words and pictures: Ana Olsen", "byline"),
    ("Analysis by Ana Olsen", "byline"),
    ("Illustration by Ana Olsen", "byline"),
    ("Reporter: Ana Olsen", "byline"),
    ("Credit...Ana Olsen for The Valley Post", "credit"),
    ("Image credit, Ana Olsen", "credit"),
    ("The Canadian Press", "credit"),
    ("PTI | Bergen", "credit"),
    ("Associated Press in Bergen", "credit"),
    ("CBC News · Posted: Aug 14, 2024 4:00 AM EDT", "credit"),
    ("REUTERS/Ana Olsen", "credit"),
    ("(AP Photo/Ana Olsen)", "credit"),
    ("(Ana Olsen/Valley Post)", "credit"),
    ("Ana Olsen, Bergen", "byline"),
    ("Ana Olsen - The Valley Post", "byline"),
    ("August 14, 2024 by Ana Olsen", "byline"),
    ("Interview by Ana Olsen", "byline"),
    ("By Ana Olsen and agencies", "byline"),
    ("Courtesy of Ana Olsen", "byline"),
    ("Photo courtesy of Ana Olsen", "credit"),
    ("Al Jazeera and news agencies", "credit"),
    ("Ghana News Agency", "credit"),
    ("(With PTI inputs)", "credit"),
    ("Ana Olsen, 34, met the crew", "body"),
    ("Vol. 12, No. 34", "furniture"),
    ("Page A3", "furniture"),
    ("EXCLUSIVE", "furniture"),
    ("Purchase Licensing Rights, opens new tab", "furniture"),
    ("Analysis by Oxfam Shows Rise in Rents", "body"),
    ("Review by Ofsted Finds School Failing", "body"),
    ("Comment by Ana Olsen Angers the Crew", "body"),
    ("Ana Olsen and Julia Alves met in Bergen.", "body"),
    ("Staff and patients were moved to Bergen.", "body"),
    ("Photos by satellites show smoke over Bergen.", "body"),
    ("Page 3 of the report names Ana Olsen.", "body"),
    ("Exclusive rights were sold to a bank in Bergen.", "body"),
]

AT_THE_FOOT = [
    ("Ana Olsen is a reporter for The Valley Post.", "furniture"),
    ("Ana Olsen is a Bergen-based journalist.", "furniture"),
    ("Ana Olsen covers transport for The Valley Post. She lives in Bergen.", "furniture"),
    ("Ana Olsen, a former minister, is a visiting fellow at the University of Bergen.", "furniture"),
    ("Ana Olsen is a senior fellow in Bergen and the author of “Ferries of Norway.”", "furniture"),
    ("The writer is a professor at the University of Bergen.", "furniture"),
    ("The views expressed in this article are those of the author.", "furniture"),
    ("Correction: An earlier version of this story said the ferry was in Oslo.", "furniture"),
    ("Editor's note: This story has been updated to add a statement from Valley Bank.", "furniture"),
    ("This article originally appeared on The Valley Post: Ferry sank in Boston", "furniture"),
    ("This story was produced by Valley News.", "furniture"),
    ("Follow Valley News on Facebook, X (formerly Twitter) and Instagram. Send your story ideas to us.", "furniture"),
    ("Get The Ferry Report in your inbox every Monday", "furniture"),
    ("Join 12,000 readers of The Ferry Report", "furniture"),
    ("For more Bergen news, click here.", "furniture"),
    ("Ana Olsen is the Oslo bureau chief of The Valley Post.", "furniture"),
    ("Ana Olsen has covered Norway for The Valley Post since 2012.", "furniture"),
    ("About the author: Ana Olsen is a reporter in Oslo.", "furniture"),
    ("The post Ferry sails again appeared first on The Valley Post.", "furniture"),
    ("Email: aolsen@post.example; Twitter: @aolsen", "furniture"),
    ("Trending: Mayor quits in Oslo", "furniture"),
    ("→ Mayor quits in Oslo", "furniture"),
    ("Ana Olsen: aolsen@post.example", "credit"),
    ("Follow our lead, the mayor urged Oslo.", "body"),
    ("Never miss a ferry, her mother warned.", "body"),
    ("→ The ferry sails at noon.", "body"),
    ("Tagged: Bergen, Ana Olsen", "furniture"),
    ("Paid for by Valley Bank", "furniture"),
    ("With files from Ana Olsen", "credit"),
    ("With AFP", "credit"),
    ("Ana Olsen reported from Bergen, and Julia Alves from Lisbon.", "credit"),
    ("Media contact: Ana Olsen, 555-0142", "credit"),
    ("The AP receives support from the Valley Fund. The AP is solely responsible for all content.", "credit"),
    ("Ana Olsen was the director of the school in Bergen.", "body"),
    ("Ana Olsen joined the bank as an economist in 2019.", "body"),
    ("Ana Olsen is a nurse in Bergen who saw the crash.", "body"),
    ("Ana Olsen is the owner of the kiosk on the quay.", "body"),
    ("Ana Olsen reported from hospital that she was well.", "body"),
    ("The writer is 72 and lives in Bergen.", "body"),
    ("The views expressed by Ana Olsen shocked Bergen.", "body"),
    ("Corrections officers in Bergen went on strike.", "body"),
    ("Back to Bergen she went.", "body"),
    ("For more than a year, Bergen has waited for a ferry.", "body"),
    ("This story was published in Bergen and angered the mayor.", "body"),
    ("With AFP funds, Bergen built a road.", "body"),
]


@pytest.mark.parametrize(("line", "kind"), AT_THE_HEAD)
def test_at_the_head(line, kind):
    blocks = read_layout(f"{HEADLINE}\n\n{line}\n\n{STORY}\n\n{STORY}").blocks
    assert [block.kind for block in blocks] == ["headline", kind, "body", "body"]


@pytest.mark.parametrize(("line", "kind"), AT_THE_FOOT)
def test_at_the_foot(line, kind):
    blocks = read_layout(f"{HEADLINE}\n\n{STORY}\n\n{STORY}\n\n{line}").blocks
    assert [block.kind for block in blocks] == ["headline", "body", "body", kind]


def test_who_is_named_in_the_story_is_no_author_of_it():
    said = "“We sail,” said Ana Olsen, a columnist."
    blocks = read_layout(f"{HEADLINE}\n\n{STORY}\n\n{said}\n\nAna Olsen is a columnist for The Valley Post.").blocks
    assert [block.kind for block in blocks] == ["headline", "body", "body", "body"]

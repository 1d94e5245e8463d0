"""What stands around an article in a pasted page: not counted, not quoted; and sentences that only look so."""

import pytest

from pipeline import Article, analyse
from pipeline.text.layout import read_layout

STORY = "The mayor of Bergen said on Monday that the ferry would sail again, and people clapped."

AROUND = [
    "Read more: Ferry captain John Doe says he is ready in Toledo",
    "READ ALSO | Mayor of Oslo resigns",
    "READ MORE Mayor of Oslo resigns",
    "Download the Valley Post app",
    "Join our WhatsApp channel",
    "Follow Ana Olsen on Twitter @anaolsen",
    "Related Articles",
    "Share on Facebook",
    "Facebook Twitter WhatsApp Email",
    "Share this article",
    "12 Comments",
    "ADVERTISEMENT",
    "Story continues below advertisement",
    "We and our 842 partners store information on your device.",
    "We use cookies to improve your experience. Accept or reject them.",
    "Accept all",
    "Sign up for our newsletter",
    "By signing up you agree to our terms.",
    "Already a subscriber? Log in",
    "Skip to main content",
    "Follow us on Instagram",
    "Back to top ↑",
    "Listen to this article · 6:12 min",
    "4 min read",
    "Follow Ana Olsen on Instagram",
    "Sign up to Today's Ferries newsletter",
    "You have 2 free articles left this month",
    "This article is for subscribers only",
    "Already have an account? Sign in",
    "Advertisement - Scroll to continue",
    "Sponsored by Valley Bank",
    "More from Bergen",
    "More articles by Ana Olsen",
    "Filed under: ferry, Bergen",
    "Related article",
    "Show comments",
    "Be the first to comment",
    "Our Standards: The Valley Post Trust Principles.",
    "Click to share on Facebook (Opens in new window)",
    "Page 1 of 2",
    "Home > World > Europe",
    "News | World | Sport",
    "WhatsApp",
    "Your Privacy Choices",
    "Unsubscribe at any time",
    "Video Player is loading.",
    "BC-EU--Ferry Sails,0450",
    "AM-Ferry, 1st Ld-Writethru,a0450",
    "AP-NY-03-18-24 1541EST",
    "-30-",
    "# # #",
    "(MORE)",
    "Eds: UPDATES with quotes from the mayor.",
    "---------- Forwarded message ---------",
    "On Mon, Mar 18, 2024 at 9:12 AM Ana Olsen <ana@post.example> wrote:",
]
STORYLIKE = [
    "Related costs rose by 12 percent in Norway, the ministry said.",
    "Share prices fell in Oslo on Monday.",
    "Read the letter aloud, the judge told Ana Olsen.",
    "Most people in Bergen welcomed the ferry, the mayor said.",
    "News of the ferry spread fast in Bergen.",
    "Home prices in Bergen rose again.",
    "Sports minister Ana Olsen said the stadium would open.",
    "Terms of the sale were not disclosed.",
    "Menu prices in Oslo doubled, owners said.",
    "Watch the tide, the harbour master told tourists.",
    "Getty Images said on Monday that it would buy a rival in Oslo.",
    "Share this burden, the bishop told Oslo.",
    "Listen to the people, the mayor said in Bergen.",
    "Follow the money on the ferry, the prosecutor told the court.",
    "Sign up for nothing, the minister told the students.",
    "More from Bergen were hurt than from Oslo.",
    "More on the roads died last year.",
    "Tags: a game that children play.",
    "Sponsored by Senator Ana Olsen, the bill bans ferries.",
    "Already the ferry has sailed.",
    "1 of 5 ferries is late, the ministry said.",
    "Page 1 of the report blames the captain.",
    "Something went wrong with the brakes, police said.",
    "Next article of faith",
    "Vote on the bridge is on Monday.",
    "What to know about the ferry",
    "Sent from Oslo, the letter came late.",
    "On Monday the mayor wrote: “We will wait.”",
    "First published in 1923, the novel sold out.",
    "Home of the mayor was searched.",
    "Recommended doses were cut in Norway, the agency said.",
    "MORE THAN 20 were hurt in Oslo.",
    "Download speeds in Norway doubled, the ministry said.",
]
CREDITS = [
    ("By Ana Olsen | Valley Post", "byline"),
    ("By Ana Olsen / AP", "byline"),
    ("By Ana Olsen @anaolsen", "byline"),
    ("Ana Olsen @anaolsen", "byline"),
    ("Ana Olsen | Valley Post", "byline"),
    ("Ana Olsen in Bergen", "byline"),
    ("Ana Olsen in Bergen and Rui Alves in Lisbon", "byline"),
    ("Ana Olsen BBC News, Bergen", "byline"),
    ("Words: Ana Olsen", "byline"),
    ("Reported by Ana Olsen", "byline"),
    ("With additional reporting from Ana Olsen in Bergen", "credit"),
    ("With inputs from PTI", "credit"),
    ("Image source, Ana Olsen", "credit"),
    ("File photo. Credit: Reuters", "credit"),
    ("Reuters", "credit"),
    ("Web Desk", "credit"),
    ("Contact Ana Olsen at aolsen@post.example", "credit"),
    ("Ana Olsen can be reached at aolsen@post.example", "credit"),
    ("Ana Olsen contributed reporting from Oslo.", "credit"),
    ("Associated Press writers Ana Olsen in Oslo and Rui Alves in Lisbon contributed.", "credit"),
]
NO_CREDITS = [
    "Ana Olsen in Bergen won the prize.",
    "Rui Alves – a life",
    "Grace Olsen | the musical",
    "Ana Olsen contributed a goal from the bench.",
    "Ana Olsen also contributed.",
    "Reuters said on Monday that it would buy a rival.",
    "With inputs low, farmers in Norway sold early.",
    "Contact lenses are sold in Bergen.",
    "Image sources in Oslo dried up.",
    "Reach Bergen by boat",
]


@pytest.mark.parametrize("line", AROUND)
def test_furniture(line):
    kinds = [block.kind for block in read_layout(f"{STORY}\n\n{line}\n\n{STORY}").blocks]
    assert kinds == ["body", "furniture", "body"]


@pytest.mark.parametrize("line", STORYLIKE)
def test_sentences_that_begin_like_furniture(line):
    assert read_layout(f"{STORY}\n\n{line}\n\n{STORY}").blocks[1].kind == "body"


@pytest.mark.parametrize("line, kind", CREDITS)
def test_who_made_it(line, kind):
    assert read_layout(f"{STORY}\n\n{line}\n\n{STORY}").blocks[1].kind == kind


@pytest.mark.parametrize("line", NO_CREDITS)
def test_what_only_looks_like_a_credit(line):
    assert read_layout(f"{STORY}\n\n{line}\n\n{STORY}").blocks[1].kind == "body"


def test_links_below_a_heading_up_to_the_next_sentence():
    text = f"{STORY}\n\nRelated Articles\nWhy the ferry sank in Boston\nMayor Frank Ocasio resigns in Peoria\n\n{STORY}"
    kinds = [block.kind for block in read_layout(text).blocks]
    assert kinds == ["body", "furniture", "furniture", "furniture", "body"]


def test_a_menu_with_the_name_of_the_paper():
    text = f"Menu\nSign in\nThe Bergen Post\nHome\nNews\n\nFerry sails again\nBy Ana Olsen\n\n{STORY}"
    kinds = [block.kind for block in read_layout(text).blocks]
    assert kinds == ["furniture"] * 5 + ["headline", "byline", "body"]


PICTURES = [
    ("The mayor waves at the crowd in Bergen. Photo: Ana Olsen/Reuters", ["caption", "credit"]),
    ("The mayor waves at the crowd in Bergen. REUTERS/Ana Olsen/File Photo", ["caption", "credit"]),
    ("The mayor waves at the crowd in Bergen. [Ana Olsen/AFP]", ["caption", "credit"]),
    ("The mayor took a picture. Photo by photo, it grew.", ["body"]),
    ("The mayor wrote to two papers. [Oslo said no.]", ["body"]),
    ("FILE PHOTO: The mayor of Bergen opens a ferry in Oslo, Norway, in May.", ["caption"]),
    ("The mayor of Bergen waves at the crowd on the quay on Monday. Ana Olsen/Getty Images", ["caption"]),
    ("Getty Images", ["credit"]),
    ("Ana Olsen/Getty Images", ["credit"]),
    ("Photo: Ana Olsen", ["credit"]),
    ("The closed bridge on Monday. (Ana Olsen/The Bergen Post via AP)", ["caption", "credit"]),
    ("He left the room. (She stayed.)", ["body"]),
    ("Updated 3:41 p.m. CDT, March 18, 2024", ["credit"]),
]


@pytest.mark.parametrize(("words", "kinds"), PICTURES)
def test_words_of_pictures(words, kinds):
    assert [block.kind for block in read_layout(f"{STORY}\n\n{words}\n\n{STORY}").blocks][1:-1] == kinds


def test_nothing_of_the_furniture_is_counted_or_quoted(resources):
    around = "Read more: Ferry captain John Doe says he is ready\n\nRelated Articles\nMayor Frank Ocasio quits Peoria"
    analysis = analyse(Article("page", f"{STORY}\n\n{around}\n\n“We sail,” she said in Bergen."), resources)
    assert {entity.name for entity in analysis.entities} == {"Bergen"}
    assert {place.text for place in analysis.places} == {"Bergen"}
    assert [quote.text for quote in analysis.quotes] == ["that the ferry would sail again", "We sail,"]


def test_names_of_a_caption_are_counted_and_its_label_speaks_not(resources):
    text = f"{STORY}\n\nFILE PHOTO: President Ana Olsen opens a bridge in Trondheim, Norway, last May."
    analysis = analyse(Article("page", text), resources)
    assert "Trondheim" in {entity.name for entity in analysis.entities}
    assert [quote.speaker_text for quote in analysis.quotes] == ["The mayor of Bergen"]


def test_a_bullet_is_no_part_of_a_speaker(resources):
    analysis = analyse(Article("page", "• Officials in Bergen confirmed that the ferry sank."), resources)
    assert [quote.speaker_text for quote in analysis.quotes] == ["Officials in Bergen"]


def test_short_lines_between_furniture_and_at_the_foot():
    around = "Advertisement\nThe Valley Feed\nSign in"
    foot = "Norway\nFerries\nReuse this content\nMost viewed"
    kinds = [block.kind for block in read_layout(f"{STORY}\n\n{around}\n\n{STORY}\n\n{foot}").blocks]
    assert kinds == ["body", *["furniture"] * 3, "body", *["furniture"] * 4]


def test_a_headline_between_buttons_stays():
    text = f"Subscribe\nFerry sails again to Bergen\nShare\n\n{STORY}\n\n{STORY}"
    assert [block.kind for block in read_layout(text).blocks] == ["furniture", "headline", "furniture", "body", "body"]


def test_headings_within_the_story_stay():
    text = f"Ferry sails again\n\n{STORY}\n\nSecond vote\n\n{STORY}\n\nAdvertisement\n\nThird vote\n\n{STORY}"
    kinds = [block.kind for block in read_layout(text).blocks]
    assert kinds == ["headline", "body", "body", "body", "furniture", "body", "body"]


def test_the_head_of_a_mail(resources):
    head = (
        "From: Ana Olsen <ana@post.example>\nSent: Monday, March 18, 2024 4:12 PM\nTo: The desk\nSubject: Ferry sails"
    )
    text = f"{head}\n\n{STORY}"
    assert [block.kind for block in read_layout(text).blocks][:3] == ["furniture"] * 3
    analysis = analyse(Article("mail", text), resources)
    assert str(analysis.article.published) == "2024-03-18"
    assert [quote.speaker_text for quote in analysis.quotes] == ["The mayor of Bergen"]


def test_a_dialogue_is_no_head_of_a_mail():
    text = f"Ferry sails\n\nTo: a town that waited.\n\n{STORY}"
    assert "furniture" not in [block.kind for block in read_layout(text).blocks]

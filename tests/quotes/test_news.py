"""What agencies and broadcasters write: a row for each kind of sentence, its near misses beside it."""

import pytest

# (text, [(quote, speaker)])
PARTICIPLES = [
    # Whoever is accused has a verb of his own; the victim's name before it is not its subject.
    (
        "A man accused of robbing the harbour pilot Ann Reid has told a court he never saw her.",
        [("robbing the harbour pilot Ann Reid", None),
         ("he never saw her", "A man accused of robbing the harbour pilot Ann Reid")],
    ),
    (
        "A farmer accused of stealing a van in Wicklow told officers it was like a dream.",
        [("stealing a van in Wicklow", None),
         ("it was like a dream", "A farmer accused of stealing a van in Wicklow")],
    ),
    # Who stands between "with" and the participle says it, unless the verb of the sentence takes "with".
    (
        "There was anger among farmers, with the Union of Ulster Millers saying it hurt trade.",
        [("it hurt trade", "the Union of Ulster Millers")],
    ),
    (
        "There has been a backlash from business with the Union of Ulster Millers saying it hurt trade.",
        [("it hurt trade", "the Union of Ulster Millers")],
    ),
    ("Ana Lopes met with the port board, saying it hurt trade.", [("it hurt trade", "Ana Lopes")]),
    ("Two ferry firms announced on Friday that they would merge.", [("that they would merge", "Two ferry firms")]),
    (
        "The island's three ferry firms announced on March 6 that they will scrap night fares.",
        [("that they will scrap night fares", "The island's three ferry firms")],
    ),
    (
        "At the same time, he issued written guidance insisting that crews must rest.",
        [("that crews must rest", "he")],
    ),
    # A participle that is the subject of its sentence adds something, and says nothing.
    ("But adding new routes has helped smaller airlines to grow.", []),
    ("Declaring land public is only possible where nobody has registered it.", []),
    ("But adding that new routes had helped, Ana Lopes sat down.", [("that new routes had helped", "Ana Lopes")]),
]  # fmt: skip
NARRATORS = [
    ("It is telling that the mayor stayed away.", []),
    ("It is even more telling that hardly anybody came.", []),
    ("It is worth noting that the dam is old.", []),
    ("Ana Lopes is telling farmers that the dam is old.", [("that the dam is old", "Ana Lopes")]),
    ("Who is to blame for the flood in Ulm?", []),
    ("Ana Lopes blamed the port for the flood in Ulm.", [("the port for the flood in Ulm", "Ana Lopes")]),
    ("The request was denied due to the fact it came too late.", []),
    ("It was denied that the request came too late.", [("that the request came too late", None)]),
    ("Nobody said that the request came too late.", []),
    ("Could roses be added to that list?", []),
    ("Ana Lopes added that list prices had doubled.", [("that list prices had doubled", "Ana Lopes")]),
    (
        "Asked by reporters about the wells, Ana Lopes said they were safe.",
        [("they were safe", "Ana Lopes")],
    ),
]
TAGS = [
    # The words are those of who is quoted, and not of who quotes.
    ('"The film is about us," the press service quoted festival head Ruben Arana as saying.',
     [("The film is about us,", "festival head Ruben Arana")]),
    ('"The film is about us," Interfax news agency quotes Ruben Arana as saying.',
     [("The film is about us,", "Ruben Arana")]),
    ('"The film is about us," Ruben Arana was quoted as saying by Interfax.',
     [("The film is about us,", "Ruben Arana")]),
    ('"It will help us," the note quoted a senior man of the Ulm-based Mill and Bread Bank of Porto as saying.',
     [("It will help us,", "a senior man of the Ulm-based Mill and Bread Bank of Porto")]),
    # A verb behind the mark whose subject stands before it tags nothing.
    (
        'The mayor, who has said he is the victim of a "manhunt", had first said he would come on Friday.',
        [('he is the victim of a "manhunt"', "who"),
         ("he would come on Friday", 'The mayor, who has said he is the victim of a "manhunt"')],
    ),
    (
        "The port, for its part, says the union has not kept its word.",
        [("the union has not kept its word", "The port")],
    ),
]  # fmt: skip
CLAUSES = [
    # An aside behind the first noun leaves the clause whole.
    ("While the mayor said the dam, built in 1960, was sound, engineers found cracks.",
     [("the dam, built in 1960, was sound", "the mayor")]),
    ("While the mayor said the dam, which is old, was sound, engineers found cracks.",
     [("the dam, which is old, was sound", "the mayor")]),
    ("The jury was told Reid, of Mill Street, and Ms Lopes stole a van.",
     [("Reid, of Mill Street, and Ms Lopes stole a van", None)]),
    ("The jury was told of a fire.", [("a fire", None)]),
    # What brackets hold parts nothing.
    ("He said the cure costs 10,000 yuan ($1,500; 1,390 euros) a day.",
     [("the cure costs 10,000 yuan ($1,500; 1,390 euros) a day", "He")]),
    ("He said the cure failed; his wife wept.", [("the cure failed", "He")]),
    # What some argue is the clause, and not that somebody does not believe it.
    ("He does not believe, as some argue in Ghana, that trade will grow.", [("that trade will grow", "some")]),
    ("He is not who he says he is.", []),
    ("Police said Reid, 52, who had served in the navy, had used three names.",
     [("Reid, 52, who had served in the navy, had used three names", "Police")]),
    ("Prime Minister Eva Holm only agreed to sign the treaty at the last minute, AFP said.",
     [("Prime Minister Eva Holm only agreed to sign the treaty at the last minute", "AFP")]),
    ("The port can make Ulm rich, as Rui Alves, chairman of the Ulm-based Mill Bank, pointed out.",
     [("The port can make Ulm rich", "Rui Alves, chairman of the Ulm-based Mill Bank")]),
    ("As Reid, a cheerful airline pilot with a gift for songs and jokes, joked, his brother slept.", []),
    ('The gas is banned, which means it poses a "high risk" to all.', []),
    ("She was pulled from the water and pronounced dead at noon.", []),
    ("The mayor pronounced the bridge safe at noon.", [("the bridge safe at noon", "The mayor")]),
    ("He says he is ill.", [("he is ill", "He")]),
    # Guests and years are welcomed, and so is a ruling.
    ("A man buys bread to welcome the new year.", []),
    ("The mayor welcomed 300 guests to the hall.", []),
    ("The mayor welcomed the ruling of the court.", [("the ruling of the court", "The mayor")]),
]  # fmt: skip
MARKS = [
    ('While Reid called Lopes "loyal" and "very calm," Lopes said he admired his pluck.',
     [('Lopes "loyal" and "very calm,"', "Reid"), ("he admired his pluck", "Lopes")]),
    ('"It was late," tells Ana Lopes.', [("It was late,", "Ana Lopes")]),
    ("'Attraction' tells the story of a boat over Oslo.", []),
    ('You know the film he made: "Rain Man."', []),
    ('The film made him angry: "Rain is no man."', [("Rain is no man.", "The film")]),
    # The last quotation goes on though an address follows, or ends with what another has said.
    ('It is hard, Lei Chao says. "The return of mills will take years." lei@paper.com (Paper, page 20)',
     [("It is hard", "Lei Chao"), ("The return of mills will take years.", "Lei Chao")]),
    ("Rui Alves said it was late. \"I know that Bob said, 'Wait a little.'\" But Tom Reed left.",
     [("it was late", "Rui Alves"), ("I know that Bob said, 'Wait a little.'", "Rui Alves")]),
]  # fmt: skip
LINKS = [
    # The title behind a label is another article's; what follows it without a stop may be said here.
    ("The dam is old. READ MORE: Famine declared in Ulm The mill closed in May.", []),
    ("The dam is old. OPINION: 'Rust' - The ugly war over a dam", []),
    ('She left. RELATED: "Wire rope" and eleven other words of the port', []),
    ("She left. READ ALSO: The port's dark days: 'Rust everywhere' Tom Reed had a boat.", []),
    (
        'She left. READ MORE: Mill owners fear a second fire "I lost all that I had," Ana Lopes said.',
        [("I lost all that I had,", "Ana Lopes")],
    ),
    ("She left. Read more: Mayor says the dam is old", []),
    ("She left. READ MORE - Reid: 'All is lost' Tom Hall had a boat.", []),
    (
        "She left. READ MORE: Key facts about the mills Rui Alves, a doctor in Ulm, said that it was late.",
        [("that it was late", "Rui Alves, a doctor in Ulm")],
    ),
    (
        "She left. READ MORE: Key facts about the mills Farmers said that it was late.",
        [("that it was late", "Farmers")],
    ),
    ("The ferry - more than ever: a danger - left.", []),
    # No label, but a verb, or a speaker in capitals.
    ('The sign read: "Wait here, all of you."', [("Wait here, all of you.", "The sign")]),
    ('ANA LOPES: "Wait here, all of you."', [("Wait here, all of you.", "ANA LOPES")]),
    # Who wrote an article or asked its questions stands at its end.
    ("The dam is old. It will be mended in May. Author: Ana Lopes", []),
    ("The dam is old. It will be mended in May. Interview: Ana Lopes", []),
]
NAMES = [
    # What is called or dubbed something has a name; who calls it so speaks.
    ('She joined a club called "Palestra" in Ulm.', []),
    ('Women wore clothes dubbed "harvest white" to the fair.', []),
    ('The decree, dubbed "the tax on idlers", hurt many.', []),
    ('Ana Lopes called the decree "a tax on idlers".', [('the decree "a tax on idlers"', "Ana Lopes")]),
]


@pytest.mark.parametrize("text, quotes", [*PARTICIPLES, *NARRATORS, *TAGS, *LINKS, *NAMES, *CLAUSES, *MARKS])
def test_kinds_of_news(find, text, quotes):
    assert [(text[q.start : q.end], text[slice(*q.speaker)] if q.speaker else None) for q in find(text)] == quotes

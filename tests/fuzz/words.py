"""What soups are made of: the words and signs that our grammars look at, in every form that confuses them."""

NAMES = (
    "Mara Ellund", "Ellund", "Mr Ellund", "Dr. Tomas Reyl", "Reyl", "Ms. Amal Haddad", "Haddad's",
    "JEAN-LUC O'NEIL", "the Harbour Trust", "the Trust (HT)", "HT", "U.N.", "Delta Council", "the mayor",
    "a witness", "officials", "she", "he", "they", "who", "I", "the two sisters", "Mira and Tom Dolan",
    "bin Omar al-Rashid", "Ó Sé", "d'Este", "van der Berg", "Élodie", "Ибрагим", "محمد", "王小明", "St. Clair", "Jr.",
    "III", "Mrs", "President", "the Dolans",
)  # fmt: skip
MARKS = (
    "“", "”", "‘", "’", '"', "'", "''", "``", "«", "»", "„", "‟", "‹", "›", "´", "`", "—", "–", "--", "(", ")", "[",
    "]", "…", "...", "?”", "!’", ",”", ".”", ":”", "“‘", "’”", "“(", "\u201c\u201c", "'s", "s'", "'90s", "’tis",
    "「", "」",
)  # fmt: skip
SAYING = (
    "said", "says", "told", "asked", "according to", "added that", "that", "warned of", "tweeted", "claims",
    "denied", "wrote", "replied", "to quote", "in the words of", "quoted as saying", "Q:", "A:", "ELLUND:",
    "announced", "said:", "whether", "if", "insisted", "thinks", "was told", "had said", "will say", "saying",
    "who said", "so-called",
)  # fmt: skip
DAYS = (
    "Monday", "last Tuesday", "next Friday", "March 18", "18 March 2024", "3/4/2021", "2024-02-30", "29 February",
    "the 1990s", "'68", "two weeks ago", "in three days", "yesterday", "noon", "9 p.m.", "Christmas", "Ramadan",
    "the first quarter", "Q3", "W12", "summer 2023", "mid-May", "May", "1066", "99999", "0", "31/31/31",
    "20th century", "a decade earlier", "that day", "Sept. 31", "the weekend", "1 to 3 June", "2019/20", "24:00",
    "eleventy", "1st", "½",
)  # fmt: skip
PLACES = (
    "Rafah", "Paris, Texas", "Georgia", "Springfield", "London, Ont.", "Washington", "D.C.", "Jordan",
    "the West Bank", "Gaza City", "Cairo", "Lincoln County", "São Paulo", "Saint-Denis", "Côte d’Ivoire", "U.S.",
    "US", "northern Mali", "Lake Victoria", "the Nile", "Mount Ararat", "Reading", "Nice", "Of", "Mobile, Ala.",
    "Rafah crossing", "Turkey", "Holland", "the Hague", "Москва", "北京", "القاهرة", "Llanfairpwll", "Y", "Å",
    "Null Island", "Santa Cruz", "X, Y, Z",
)  # fmt: skip
PLAIN = (
    "the", "a", "of", "in", "and", "but", "on", "at", "was", "is", "not", "road", "open", "closed", "lorries",
    "we wait", "nobody", "because", "however", "%", "$5m", "12,000", "3.5", "-", "/", "*", "•", "@handle", "#tag",
    "www.x.example", "a@b.example", "km", "©", "By Mara Ellund", "Photo: X", "ROAD TO RAFAH CLOSED", "Read more",
    "1.", "2)", "| a | b |",
)  # fmt: skip
STOPS = (".", ". ", "?", "!", ",", ";", ":", ".\n", ".\n\n", "\n", "\r\n", "\r", "\n \n", "\t", "\x0b", "\x0c", " ")
ODD = (
    "\u00a0", "\u200b", "\u200d", "\u202e", "\u2066", "\ufeff", "\u00ad", "\u0301", "\u2028", "\u2029", "\x00",
    "\x1b[31m", "\ud800", "\udfff", "\U0001f600", "\U0001f1eb\U0001f1f7", "\uffff", "ǅ", "ﬁ", "İ", "ß", "ſ",
    "\u0345", "K", "<b>", "</script>", "&amp;", "=1+1", "\\", "%00", "{}", "$x^2$", "\x7f", "\x85", "\u1680",
    "\u3000", "aaaaaaaaaaaaaaaaaaaa",
)  # fmt: skip
TAGS = (
    "<p>", "</p>", "<div>", "</div>", "<article>", "</article>", "<h1>", "<title>", "</title>", "<script>",
    "</script>", "<!--", "-->", "<br>", "<table><tr><td>", "</table>", "<ul><li>",
    "<meta name=date content='2024-03-18'>", "<time", " datetime='2024-03-18'>",
    "<meta property=article:published_time content=", "'2024", "<svg>", "<math>", "<template>", "<base href=x>",
    "<meta charset=utf-7>", "<a href='https://x.example/2024/03/18/'>", "<![CDATA[", "]]>", "<?xml?>",
    "<script type='application/ld+json'>", '{"@graph":[{"datePublished":"2024-03-18"}]}', "&#0;", "&#xD800;", "&",
    "<", "<!DOCTYPE x [<!ENTITY a 'b'>]>", "&a;", "<body>", "<html xml:lang=", "='", '"', ">", "<form>",
    "<iframe src=x>",
)  # fmt: skip
MARKDOWN = (
    "# ", "## x ##", "* ", "- ", "> ", "1. ", "```", "~~~", "**", "__", "_", "*", "`", "[a](b)", "[", "](", ")",
    "![", "[a]: b", "|", "--|", "---", "===", "<!--", "-->", "\\", "<b>", "---\ntitle: x\n---\n",
    "date: 2024-03-18", "<http://x>",
)  # fmt: skip
JSON = (
    '{"id": "a", "text": "', '"text": ', '"published": "2024-03-18"', '"', '"}', "{", "}", "[", "]", ",", ":",
    "null", "true", "1e999", "-0", "NaN", "Infinity", '"\\ud800"', '"\\u0000"', "\\", '"id": 1', '"title": []',
    "99999999999999", '{"id": "b", "text": "Mara Ellund said so."}', "\n", '"source": {}', '"published": 7',
    "\ufeff", "9" * 5000,
)  # fmt: skip
PDF = (
    "BT", "ET", "(Mara Ellund said) Tj", "/F1 11 Tf", "50 800 Td", "T*", "q", "Q", "[(a) -900 (b)] TJ", "/X Do",
    "<", ">", "<00>", "(", ")", "[", "]", "<<", ">>", "1 0 0 1 0 0 cm", "1e99", "-1", "BI /W 1 ID", "EI", "/F9 Tf",
    "'", "%", "\\", "0 Tr", "/P BMC", "EMC", "(\\777) Tj", "99999999999", "null", "true", "R", "1 0 R", "obj",
    "stream", "endstream",
)  # fmt: skip
DOCX = (
    "<w:p>", "</w:p>", "<w:r>", "</w:r>", "<w:t>", "</w:t>", "Mara Ellund said", "<w:tbl>", "</w:tbl>", "<w:tr>",
    "</w:tr>", "<w:tc>", "</w:tc>", "<w:br/>", "<w:tab/>", "<w:gridSpan w:val='9'/>", "<w:vMerge/>",
    "<w:hyperlink r:id='r9'>", "&amp;", "</w:hyperlink>", "<w:ins>", "</w:ins>", "<w:sdt>", "</w:sdt>",
    "<w:sectPr/>", "<w:body>", "</w:body>", "<x>", "&lt;", "<w:drawing/>", "<w:p><w:r><w:t>A</w:t></w:r></w:p>",
    "<w:numPr/>", "<w:tblGrid/>", "<w:pPr>", "</w:pPr>", "\n",
)  # fmt: skip
NEWS = (NAMES, MARKS, MARKS, SAYING, DAYS, PLACES, PLAIN, STOPS)

"""Who "Q" and "A" are."""

from pipeline import Article, analyse

TURNS = "Q: When did you come to Hull?\n\nA: In 2012.\n\nQ: Who met you there?\n\nA: Nobody at all."


def speakers(text, resources):
    return [(q.speaker_text, q.speaker_name) for q in analyse(Article("i", text), resources).quotes]


def test_the_one_person_named_before_the_questions_answers_them(resources):
    text = f"An interview with Mara Quill, who runs the ferry of Hull.\n\n{TURNS}"
    assert speakers(text, resources) == [("Q", None), ("A", "Mara Quill")] * 2


def test_two_persons_before_them_or_none_leave_it_open(resources):
    text = f"Mara Quill and Tom Reyes run the ferry of Hull.\n\n{TURNS}"
    assert speakers(text, resources) == speakers(TURNS, resources) == [("Q", None), ("A", None)] * 2


def test_names_before_a_colon_speak_for_themselves(resources):
    text = "Tom Reyes: Why now?\n\nMara Quill: Because we must.\n\nReyes: And the money?\n\nQuill: It is there."
    names = [name for _, name in speakers(text, resources)]
    assert names == ["Tom Reyes", "Mara Quill"] * 2

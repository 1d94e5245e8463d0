"""Which texts are taken for English."""

import pytest

from pipeline.notes import looks_english

ENGLISH = [
    "The ferry was late again on Monday, and the people who wait for it each morning have had enough of the excuses.",
    "Short headline about Rafah",
    "",
    "12 14 15 16",
    "Zübeyde Ağaoğlu met Øystein Bråthen in Tromsø on Monday.",
    "Wind closed Curaçao on Friday.",
    "Nguyễn Thị Hằng and Đặng Văn Lâm left Huế for Đà Nẵng. Nguyễn Thị Hằng said the boat was late. Đặng slept.",
    "The council of Leeds voted. It was not close. Nobody who spoke for the plan had read it, said a man at the back.",
]
OTHER = [
    "Wien: Anna Müller und Jörg Weiß kommen am Montag nach Tübingen.",
    "José Núñez llegó a Cádiz el lunes.",
    "Die Fähre kam am Montag wieder zu spät, und die Leute, die jeden Morgen auf sie warten, haben genug davon in der "
    "Stadt und auf dem Land, das war in diesem Jahr immer so.",
    "Le bac était encore en retard lundi, et les gens qui attendent chaque matin en ont assez des excuses que la ville "
    "a faites, dit la mairie de Nantes.",
    "El barco llegó tarde otra vez el lunes y la gente que espera cada mañana está cansada de las excusas que da la "
    "compañía, según dijo el alcalde.",
    "De veerboot was maandag weer te laat en de mensen die elke ochtend wachten hebben genoeg van de uitvluchten van "
    "het bedrijf in Rotterdam.",
    "تأخرت العبارة مرة أخرى يوم الاثنين وقال الناس إنهم سئموا",
    "渡轮星期一又晚点了",
    "В понедельник паром снова опоздал, и люди, которые ждут его каждое утро, устали от отговорок.",
]


@pytest.mark.parametrize("text", ENGLISH)
def test_english_is_taken_for_english(text):
    assert looks_english(text)


@pytest.mark.parametrize("text", OTHER)
def test_other_languages_are_noticed(text):
    assert not looks_english(text)

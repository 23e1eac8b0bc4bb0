"""Each rule speaks where it is meant to, and keeps silent where a word means something else."""

import re
from pathlib import Path

import pytest

from vado.language import Kind, findings, rules
from vado.language.check import check, main

FOUND_EN = (
    "He is an addict.",
    "Heroin addicts come here.",
    "She was called a junkie.",
    "A crackhead, they said.",
    "The patient is an alcoholic.",
    "He has a history of drug abuse.",
    "Injecting drug users are invited.",
    "A former addict leads the group.",
    "Two dirty urines this month.",
    "Bring clean needles.",
    "She stayed clean for a month.",
    "He failed a drug test.",
    "After the relapse he came back.",
    "Your streak is 12 days.",
    "Opioid substitution therapy started.",
    "The client is non-compliant.",
    "He failed treatment twice.",
    "She is in denial.",
    "Drug-seeking behaviour was noted.",
    "A manipulative patient.",
    "A frequent flyer of the ward.",
    "She is codependent.",
    "Born addicted.",
    "An inmate of the ward.",
    "Services for the homeless.",
    "She suffers from addiction.",
    "Well done!",
    "You should write every day.",
    "It is just a question.",
    "Try again.",
    "You broke the contract.",
)
SILENT_EN = (
    "A person who uses drugs.",
    "Nonalcoholic beer counts as nothing.",
    "An alcoholic drink of 330 ml.",
    "Alcoholics Anonymous meets upstairs.",
    "Alcoholic hepatitis was found.",
    "The National Institute on Drug Abuse wrote it.",
    "A survivor of child abuse.",
    "The kitchen is clean.",
    "Clean up the table and drink clean water.",
    "Relapse Prevention is the name of a model.",
    "She said “I am an addict” with pride.",
    "The app has many users.",
    "Kept for only me.",
    "This page is read-only.",
    "Frequent flyer miles.",
    "Nicotine replacement therapy helps some.",
    "A streak of light.",
    "Access was denied.",
    "The word `junkie` is code here.",
    "Justice and lonely adjustments.",
)
FOUND_ES = (
    "Es un adicto.",
    "Adicta a la cocaína desde joven.",
    "Un drogadicto conocido.",
    "Los toxicómanos del barrio.",
    "Un yonqui.",
    "Ese pastabasero vive aquí.",
    "Es marihuanero.",
    "Es una alcohólica.",
    "Los borrachos del bar.",
    "Vive como un vicioso.",
    "El abuso de drogas aumenta.",
    "Un consumidor problemático.",
    "Tuvo dos orinas sucias.",
    "Trae jeringas limpias.",
    "Lleva dos meses limpio.",
    "Tuvo una recaída.",
    "Recayó en marzo.",
    "Es reincidente.",
    "Fue un fracaso terapéutico.",
    "El flagelo de la droga.",
    "Drogas duras.",
    "La guerra contra las drogas.",
    "Una exadicta dirige el grupo.",
    "Cambia una droga por otra.",
    "Tiene mala adherencia.",
    "Está en negación.",
    "Es manipuladora.",
    "Es codependiente.",
    "Un bebé adicto.",
    "Es falta de voluntad.",
    "Tu racha es de 12 días.",
    "¡Muy bien!",
    "Debes escribir cada día.",
    "Solo una pregunta.",
    "Inténtalo de nuevo.",
    "Felicidades.",
    "Terapia de sustitución con metadona.",
)
SILENT_ES = (
    "Una persona que usa drogas.",
    "Una bebida alcohólica de 330 ml.",
    "Alcohólicos Anónimos se reúne arriba.",
    "Es adicta a la lectura.",
    "Un círculo vicioso.",
    "El jamón curado.",
    "Terapia de reemplazo hormonal.",
    "La cocina está limpia.",
    "Un abuso sexual en la infancia.",
    "La responsabilidad recae en el equipo.",
    "Prevención de recaídas es el nombre de un modelo.",
    "Ella dice «soy adicta» con orgullo.",
    "El usuario de la aplicación.",
    "Se guarda solo para mí.",
    "Solo yo lo veo.",
    "Rachas de viento fuerte.",
    "Manipuladora de alimentos.",
    "La consumidora reclamó a la empresa.",
    "Una deuda de la casa.",
)


@pytest.mark.parametrize("sentence", FOUND_EN)
def test_english_words_that_are_found(sentence: str) -> None:
    assert findings(sentence, "en")


@pytest.mark.parametrize("sentence", SILENT_EN)
def test_english_words_that_mean_something_else(sentence: str) -> None:
    assert findings(sentence, "en") == []


@pytest.mark.parametrize("sentence", FOUND_ES)
def test_spanish_words_that_are_found(sentence: str) -> None:
    assert findings(sentence, "es")


@pytest.mark.parametrize("sentence", SILENT_ES)
def test_spanish_words_that_mean_something_else(sentence: str) -> None:
    assert findings(sentence, "es") == []


@pytest.mark.parametrize("language", ["en", "es"])
def test_there_are_rules_enough_and_each_says_what_to_write_instead(language: str) -> None:
    assert len(rules(language)) >= 40
    for rule in rules(language):
        re.compile(rule.pattern)
        assert rule.prefer
        assert rule.source


@pytest.mark.parametrize("language", ["en", "es"])
def test_what_is_preferred_passes_the_rules_itself(language: str) -> None:
    for rule in rules(language):
        assert findings(rule.prefer, language, frozenset({Kind.PEOPLE})) == []


def test_an_unknown_language_has_no_rules() -> None:
    with pytest.raises(KeyError):
        rules("xx")


def test_a_template_is_read_without_its_markup(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(
        "<!doctype html>\n<script>if (!a) {}</script>\n{# an addict #}\n<p class='only'>{{ must }}</p>\n"
        '{% translate "You should write" %}\n<a title="Again">x</a>\n<p>An addict</p>\n',
        "utf-8",
    )
    assert [(place.line, place.words) for place in check([tmp_path])] == [
        (5, "should"),
        (6, "Again"),
        (7, "addict"),
    ]


def test_a_catalogue_is_read_in_both_languages(tmp_path: Path) -> None:
    catalogue = tmp_path / "locale" / "es" / "LC_MESSAGES" / "django.po"
    catalogue.parent.mkdir(parents=True)
    catalogue.write_text('msgid ""\nmsgstr "Language: es\\n"\n\nmsgid "Try again"\nmsgstr "Prueba otra vez"\n', "utf-8")
    assert [place.words for place in check([tmp_path])] == ["again", "otra vez"]


def test_tables_say_their_language_by_key_and_manuals_by_name(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text('names = { en = "An addict", es = "Un drogadicto" }\n', "utf-8")
    (tmp_path / "README.es.md").write_text("Un yonqui. `junkie`\n", "utf-8")
    (tmp_path / "README.md").write_text("You must read it! A junkie.\n", "utf-8")
    assert {place.words for place in check([tmp_path])} == {"addict", "drogadicto", "yonqui", "junkie"}


def test_the_command_answers_by_its_exit_code(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "page.html").write_text("<p>Nothing to find</p>", "utf-8")
    assert main([str(tmp_path)]) == 0
    (tmp_path / "other.html").write_text("<p>A junkie</p>", "utf-8")
    assert main([str(tmp_path)]) == 1
    assert "person who uses drugs" in capsys.readouterr().out

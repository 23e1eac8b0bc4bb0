"""How hard a text is to read: Flesch-Kincaid grade for English, INFLESZ for Spanish; syllables by hyphenation."""

import re

import pyphen

WORD = re.compile(r"[^\W\d_]+")
END = re.compile(r"[.?:;\n]+")
VOWELS = re.compile(r"[aeiouy]+")
SILENT = re.compile(r"(?<=[^aeiouyl])e$|(?<=[^aeiouytd])ed$")
# In Spanish each strong or accented vowel is a syllable, and a weak one that stands beside none.
STRONG = re.compile(r"[aeoáéíóú]|(?<![aeoáéíóú])[iuüy]+(?![aeoáéíóú])")
# INFLESZ (Barrio-Cantalejo 2008); Flesch-Kincaid as it is commonly given.
_HYPHENS = {"en": pyphen.Pyphen(lang="en_GB"), "es": pyphen.Pyphen(lang="es")}


def syllables(word: str, language: str) -> int:
    """Syllables of a word: as its hyphens tell or as its vowels tell, whichever are more (hyphens miss short ends)."""
    plain = word.casefold()
    by_hyphens = len(_HYPHENS[language].inserted(plain).split("-"))
    heard = SILENT.sub("", plain) if language == "en" else plain
    by_vowels = len((VOWELS if language == "en" else STRONG).findall(heard))
    return max(by_hyphens, by_vowels, 1)


def counted(text: str, language: str) -> tuple[int, int, int]:
    """Sentences, words and syllables."""
    sentences = [part for part in END.split(text) if WORD.search(part)]
    words = WORD.findall(text)
    return len(sentences), len(words), sum(syllables(word, language) for word in words)


def grade(text: str) -> float:
    """Flesch-Kincaid grade of an English text."""
    sentences, words, parts = counted(text, "en")
    return 0.39 * words / sentences + 11.8 * parts / words - 15.59


def inflesz(text: str) -> float:
    """INFLESZ of a Spanish text; above 65 fairly easy, above 80 very easy."""
    sentences, words, parts = counted(text, "es")
    return 206.835 - 62.3 * parts / words - words / sentences

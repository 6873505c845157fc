/** Reading level of plain text: Flesch-Kincaid grade (English, Kincaid 1975) and Fernández-Huerta ease (Spanish, 1959). */

export interface Counts {
  sentences: number;
  words: number;
  syllables: number;
}

const sentencesOf = (text: string) => text.split(/[.!?:]+(?:\s+|$)/u).filter((part) => /\p{L}/u.test(part));
const wordsOf = (text: string) => text.match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu) ?? [];

/** Vowel groups, without a silent final e ('code', but not 'table'), and without the e of '-ed' after most consonants. */
export function englishSyllables(word: string): number {
  const letters = word.toLowerCase().replace(/[^a-z]/gu, '');
  const trimmed = letters.replace(/(?:[^laeiouy]es|[^td]ed|[^laeiouy]e)$/u, (end) => end[0] ?? '');
  return Math.max(1, trimmed.match(/[aeiouy]+/gu)?.length ?? 0);
}

/** Vowel groups, two strong vowels or an accented weak one apart ('caer', 'día'); qu and gu before e and i are silent. */
export function spanishSyllables(word: string): number {
  const letters = word
    .toLowerCase()
    .replace(/[qg]u(?=[eéií])/gu, 'k')
    .replace(/y$/u, 'i');
  const strong = 'aeoáéíóú';
  let syllables = 0;
  let before = '';
  for (const letter of letters) {
    const vowel = /[aeiouáéíóúü]/u.test(letter);
    if (vowel && (before === '' || (strong.includes(letter) && strong.includes(before)))) syllables += 1;
    before = vowel ? letter : '';
  }
  return Math.max(1, syllables);
}

/** Counts over paragraphs; each paragraph ends a sentence. */
export function countsOf(paragraphs: readonly string[], syllablesOf: (word: string) => number): Counts {
  const words = paragraphs.flatMap(wordsOf);
  return {
    sentences: paragraphs.flatMap(sentencesOf).length,
    words: words.length,
    syllables: words.reduce((sum, word) => sum + syllablesOf(word), 0),
  };
}

/** US school grade; lower is easier. */
export function fleschKincaidGrade({ sentences, words, syllables }: Counts): number {
  return 0.39 * (words / sentences) + 11.8 * (syllables / words) - 15.59;
}

/** 0 to 100; higher is easier, 60 to 70 is usual prose. */
export function fernandezHuerta({ sentences, words, syllables }: Counts): number {
  return 206.84 - 60 * (syllables / words) - 1.02 * (words / sentences);
}

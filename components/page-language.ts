import { t, type WordKey } from './words.ts';

/** Tells the page which language and direction its words have, and its title: an HTML file cannot be translated. */
export function showLanguage(title: WordKey): void {
  document.documentElement.lang = t('language.code');
  document.documentElement.dir = t('language.direction');
  document.title = t(title);
}

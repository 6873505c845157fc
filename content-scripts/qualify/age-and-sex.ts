/** Ages and sexes as banners say them, in eight languages. */
import { fold } from '../parse/tokens.ts';

const FEMALE =
  /^(?:f|female|woman|fem|femenino|mujer|femme|feminin|weiblich|w|frau|femmina|donna|femminile|feminino|mulher|vrouw|v|kvinde|k|♀)$/;
const MALE =
  /^(?:m|male|man|masc|masculino|hombre|varon|homme|masculin|mannlich|herr|maschio|uomo|maschile|homem|mand|♂)$/;

/** The sex that a value says; words of the eight languages and their usual letters. */
export function sexOf(text: string): 'female' | 'male' | null {
  const words = fold(text).replace(/[().]/g, '').trim();
  if (FEMALE.test(words)) return 'female';
  return MALE.test(words) ? 'male' : null;
}

export const AGE =
  /(?<![\d.,/-])0{0,2}(\d{1,3})\s?-?(?:y\.?\/?o\b\.?|y\b|yrs?\b|years?(?:[ -]old)?\b|years? of age|a(?:ñ|n)os\b|ans?\b|anni\b|anos\b|jahre?\b|j\b|jaar\b|år\b|ar\b)/i;

/** Full years that a text says, with a unit; a bare number counts only where the label is 'age'. */
export function yearsOf(text: string, labelled: boolean): number | null {
  if (/\d\s*(?:mo|mths?|months?|mois|meses|monate|mesi|weeks?|days?|wk)\b/i.test(text)) return null;
  const match = AGE.exec(text) ?? (labelled ? /^\s*0{0,2}(\d{1,3})\s*$/.exec(text) : null);
  const years = match ? Number(match[1]) : Number.NaN;
  return years >= 0 && years <= 120 ? years : null;
}

/** 'F 69 years', '70 J., männlich', '63-year-old female': the word that touches the age. */
export function sexBesideAge(text: string): 'female' | 'male' | null {
  const age = AGE.exec(text);
  if (!age) return null;
  const before = /(?:^|[\s(,|·])([\p{L}♀♂]+)[\s,/(]*$/u.exec(text.slice(0, age.index))?.[1];
  const after = /^[\s,/().]*([\p{L}♀♂]+)(?=$|[\s,/).|·])/u.exec(text.slice(age.index + age[0].length))?.[1];
  const said = [before, after].flatMap((word) => sexOf(word ?? '') ?? []);
  return said[0] !== undefined && said.every((one) => one === said[0]) ? said[0] : null;
}

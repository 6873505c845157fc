/** Which words name bortezomib, and which name another drug. */
const NAMES =
  'bortezomib|velcade|boruzu|bortecade|biomib|bortesun|bortoma|borcade|bortezol|bortyz|bortecip|bortero|bortenat|' +
  'bortecad|bortrac|bormib|bortemib|bortenib|bortiad|mibor|maybort|maiborte|verosomib|velkeyd|egybort|vortemyel|boramilan|bartizar|milatib|myezom|bortetrust|borviz|velkade|velcad|' +
  'boron-tezomib|bortezomid|bortezumib|bortizomib|botezomib|bortezomip|bortesomib|borteczomib|bortezemib|bortezamib|boretzomib|bortezonib|' +
  'bortez|bortezo|bortezomb|bortezomin|bortezimib|bortezmib|bortzomib|borezomib|bortexomib|bortazomib|bortesomip|velcaid|velcate|bortetsomib|bortezomibum|bortezomibe|bortez0mib|b0rtezomib|b0rtez0mib';
export const NON_LATIN_NAMES =
  '硼替佐米|万珂|萬科|ボルテゾミブ|ベルケイド|보르테조밉|보르테조미브|벨케이드|бортезомиб|бортезоміб|велкейд|бортезол|борамилан|милатиб|' +
  'βορτεζομιμπη|בורטזומיב|ולקייד|بورتيزوميب|بورتزوميب|فيلكيد|บอร์ทีโซมิบ';
/** code names and ATC codes */
const CODES = '(?:ps|ldp|mln)[-\\s]?341|nsc[-\\s]?681239|l01x(?:g01|x32)';

/** Every letter may be followed by an invisible character or an accent, as pages break long words. */
const loose = (name: string) =>
  [...name].map((c) => (c === 'e' ? '[eé]\\u0301?' : c === '-' ? '-' : c)).join('[\\u00AD\\u200B-\\u200D\\u2060]?');

const latin = NAMES.split('|').map(loose).join('|');
const nonLatin = NON_LATIN_NAMES.split('|')
  .map((name) => name.normalize('NFC'))
  .join('|');

const name = `(?:(?:${latin})(?:['’]?(?:um|a|e|u|em|om|ia|iin|ille|bal|in|i|s|y|ot|nak))?|${CODES})`;

/** Source of a pattern for the names wherever they stand, inside longer words as well. */
export const NAME_WITHOUT_BOUNDARIES = `${name}|${nonLatin}`;

/**
 * Names of bortezomib: INN in several languages and scripts, brands worldwide, code names, frequent misspellings.
 * Whole words only, with the endings of inflected languages. Not global: safe to share as a first test of a page.
 */
export const BORTEZOMIB_NAME = new RegExp(`(?<![\\p{L}\\p{N}])${name}(?!\\p{L}|\\p{N}(?![.,·]\\d))|${nonLatin}`, 'iu');

/** Whether the text names bortezomib. */
export function namesBortezomib(text: string): boolean {
  return BORTEZOMIB_NAME.test(text);
}

/** Endings of international names of other drugs, folded, in eight languages. */
export const OTHER_ENDING =
  /(?:[mx]abe?|[lt]imumabe?|[nmz]ibe?|platin[aoe]?|platino|rubicin[ae]?|rubicine|domid[ae]?|phamid[ae]?|fosfamid[ae]?|metha?son[ae]?|metason[ae]?|prednis(?:on|olon)[ae]?|prednisona|melphalan[o]?|melfalan[o]?|inexor|inostate?|toclax|cristin[ae]?|blastin[ae]?|poside?o?|mustin[ae]?|taxel|citabin[ae]?|trexat[oe]?|trexed[oe]?|tecan[aeo]?|ribulin[ae]?|ectedin[ae]?|relbin[ae]?|desin[ae]?|epilon[ae]?|xantron[ae]?|ribin[ae]?|gamicin[ae]?|aginase|limus|lazolam|metotrexat[oe]?|arabin[ae]?|clovire?|azole?|setrone?|grastim[ae]?|parin[ae]?|dron(?:ic|ate|at|ato|ique|zuur)|prazole?|oxacine?|mycin[ae]?|cillin[ae]?|statin[ae]?|xaban[ae]?|tidin[ae]?|dipin[ae]?|sartan[ae]?|lukast|gabalin[ae]?|gabapentin[ae]?|oxetin[ae]?|purinol[o]?|dramine|tepa|decadron|leucel)$/;
export const OTHER_NAMES = new Set(
  (
    'dex|dexa|len|lena|thal|thalidomide|pom|dara|isa|elo|cyclo|ctx|cy|mel|pred|lenalidomide|revlimid|imnovid|pomalyst|darzalex|kyprolis|ninlaro|venclexta|farydak|xpovio|empliciti|sarclisa|blenrep|mafodotin|decadron|' +
    'cytoxan|endoxan|alkeran|adriamycin|doxil|caelyx|myocet|oncovin|aspirin|asa|acetaminophen|paracetamol|heparin|warfarin|zometa|xgeva|prolia|neupogen|aranesp|dexamethason|prednison|prednisolon|cotrimoxazol|bactrim|septra|zofran|' +
    'sodium|saline|nacl|dextrose|glucose|kcl|potassium|magnesium|calcium|vitamin|b12|folic|ibuprofen|alprazolam|lorazepam|diazepam|ondansetron|granisetron|arsenic|busulfan|carmustine|tramadol|morphine|oxycodone|metformin|insulin|levothyroxine|atenolol|metoprolol|carvedilol|lisinopril|enalapril|amlodipine|furosemide|loperamide|metoclopramide|famotidine|' +
    'diphenhydramine|montelukast|boron|mannitol|perifosine|romidepsin|pld|csf|gcsf|epo|darbepoetin|epoetin|ivig|nelfinavir|vorinostat|tanespimycin|地塞米松|来那度胺|环磷酰胺|덱사메타손|레날리도마이드|멜팔란|프레드니손'
  ).split('|'),
);
export const NOT_DRUGS = new Set(['inhibitor', 'comparative', 'relative']);

/** Words that lead to a figure of the drug named before them: no names of drugs. */
export const LEADS_TO_FIGURE =
  /^(?:betragt|betraegt|naar|totale|totaal|totales|samlet|jeweils|actual|reelle|fija|fixe|fissa|ultimate|verordnet|indique|absolut|absolute|gesamt|insgesamt|soit|calculated|calculado|calculee|berechnet|exactly|entspricht|corresponde|corrisponde|equals|approx|dosed|amount|comparator|quantity|value|wert|valor|valore|werte|beregnet|berekend|recommended|started)$/;

/** Salts and sugars that dissolve the drug ('in sodium chloride 0.9 %') are no drugs of their own there. */
export const DILUENT = /^(?:sodium|saline|nacl|dextrose|glucose|ns)$/;

/** Whether a folded word names a drug other than bortezomib. */
export function namesOtherDrug(word: string): boolean {
  if (OTHER_NAMES.has(word)) return true;
  return word.length > 5 && OTHER_ENDING.test(word) && !NOT_DRUGS.has(word) && !namesBortezomib(word);
}

const EVERY_NAME = new RegExp(BORTEZOMIB_NAME.source, 'giu');

/** Where the text names bortezomib, in order of appearance; spans in the original text. */
export function bortezomibSpans(text: string): { start: number; end: number }[] {
  const spans: { start: number; end: number }[] = [];
  for (const match of text.matchAll(EVERY_NAME)) {
    spans.push({ start: match.index, end: match.index + match[0].length });
  }
  return spans;
}

/** What a heading says about everything under it, in eight languages. Words are folded (lower case, no accents). */
import { type Meanings, sectionIn } from '../words/label-words.ts';

export type Section =
  | 'medications'
  | 'active'
  | 'past'
  | 'held'
  | 'planned'
  | 'allergies'
  | 'problems'
  | 'history'
  | 'notes'
  | 'catalogue'
  | 'draft'
  | 'results'
  | 'vitals';

const MEDS =
  '(medications?|medicinkort(?:et)?|medicines|meds|drugs?|prescriptions?|orders?|treatments?|therap(y|ies)|medicacion|medicamentos|tratamientos?|prescripciones|ordenes|medicaments?|traitements?|prescriptions?|medikation|medikamente|verordnungen|therapien?|terapi[ae]|farmaci|prescrizioni|medicacao|prescricoes|tratamentos?|medicatie|geneesmiddelen|voorschriften|medicin|medicinering|ordinationer|behandlinger)';

const STANDINGS = [
  '(?:active|current|ongoing|activ[oa]s?|actuel(?:le)?s?|aktuelle?|laufende?|attuali|attiv[ei]|atua(?:l|is)|ativ[oa]s|actuele|huidige)',
  '(?:past|previous|prior|former|discontinued|stopped|inactive|historical|completed|suspendid[oa]s|anteriores|arretes|anciens|abgesetzte|fruhere|sospes[ei]|precedenti|suspens[oa]s|gestopte|vroegere|seponerede|tidligere)',
  '(?:scheduled|planned|upcoming|future|pending|geplante|geplande|futuros|programad[oa]s|programmati|planlagte)',
  '(?:held|on hold)',
];
const AND = ' ?(?:/|&|\\+|,|\\band\\b|\\bor\\b|\\by\\b|\\bet\\b|\\bund\\b|\\be\\b|\\ben\\b|\\bog\\b) ?';
const TWO_OF_THEM = STANDINGS.flatMap((one, at) =>
  STANDINGS.flatMap((other, index) => (index === at ? [] : `${one}${AND}${other}`)),
).join('|');

export const SECTIONS: Meanings<Section> = [
  [
    'allergies',
    /^(?!.*\b(?:no|sin|sans|keine|nessuna|sem|geen|ingen) (?:known )?all?erg).*(?:all?erg|intoleran|adverse reaction|unvertraglich|overgevoelig|overfolsom|hypersens|reacciones adversas|\bcave\b)/,
  ],
  // 'Active/Scheduled Medications' says of none of them which it is
  ['medications', new RegExp(`^(?:${MEDS}:? )?(?:${TWO_OF_THEM})(?: ${MEDS})?$`)],
  [
    'catalogue',
    /\bsearch (?:results?|for)\b|results for|drug search|formulary|catalog|favou?rites|order sets?$|pick ?list|add to (?:basket|cart|order)|browse|available (?:drugs|medications|products)|resultados de (?:la )?busqueda|resultats de (?:la )?recherche|suchergebnis|risultati (?:della )?ricerca|resultados da (?:pesquisa|busca)|zoekresultaten|soegeresultater|sogeresultater|formulario terapeutico|livret|\blibrary\b|\btemplates?\b|bibliothek|bibliotheque|biblioteca|bibliotheek|vorlagen|plantillas|sjablonen|skabeloner|stock|inventory|price/,
  ],
  [
    'draft',
    /^(?:add|new|create|prescribe|neue?r?|nuev[oa]|nouvelle|nuov[oa]|nov[oa]|nieuwe?|ny)\b.*(?:order|prescription|medication|drug|verordnung|orden|prescripcion|ordonnance|prescrizione|prescricao|voorschrift|ordination)|\b(?:draft|unsigned|unsaved|not (?:yet )?signed|borrador|brouillon|entwurf|bozza|rascunho|concept|kladde)\b|^order basket/,
  ],
  [
    'past',
    new RegExp(
      `\\b(?:past|previous|prior|former|discontinued|stopped|completed|inactive|historical|expired|cancel+ed|ended|old) ${MEDS}|${MEDS}.*\\b(?:discontinued|stopped|completed|inactive|ended|history|anterior(?:es)?|suspendid[oa]s?|finalizad[oa]s?|previos?|arrete[es]*|termines?|passe[es]*|abgesetzt|beendet|fruher|vorherig|sospes[ei]|terminat[ei]|precedenti|pregress[ae]|anteriores|suspens[oa]s?|gestopt|gestaakt|vroeger|seponeret|afsluttet|tidligere)|^(?:completed|past|previous|discontinued|stopped) regimens$|^(?:discontinued|stopped|inactive|completed|past|history|suspendid[oa]s|arretes?|abgesetzt|sospesi|gestopt|seponeret)$|(?:abgesetzte|fruhere|beendete|vorherige|anciens?|anciennes|gestaakte|gestopte|vroegere|eerdere|seponerede?|afsluttede|tidligere) ${MEDS}`,
    ),
  ],
  [
    'history',
    /\b(?:history|timeline|chronolog|audit|event log|activity|anamnes|antecedent|histori(?:a|ek|que)|vorgeschichte|voorgeschiedenis|pregress|prior (?:therap|treatment|lines)|lines of therapy|previous (?:therap|treatment))/,
  ],
  ['held', new RegExp(`^(?:on hold|held|paused|suspended)(?: ${MEDS})?$|^${MEDS} on hold$`)],
  [
    'planned',
    new RegExp(
      `\\b(?:upcoming|future|planned|scheduled|pending) ${MEDS}|^(?:upcoming|future|planned|pending)$|(?:geplante|proxim[oa]s|futur[oa]s|a venir|programmat[ei]|geplande|planlagte?) ?${MEDS}|${MEDS} (?:planificad[oa]s|programad[oa]s|prevus|programmat[ei]|planejad[oa]s)`,
    ),
  ],
  [
    'notes',
    /^alert$|^(?:.*\b)?(?:notes?|assessment|plan|impression|comments?|education|guideline|reference|monitoring|messages?|letters?|documents?|evolucion|comentarios|compte.?rendu|courrier|verlauf|befund|bericht|arztbrief|decorso|diario|evolucao|verslag|brief|journal ?notat|notat)(?: ?(?:and|&|\/) ?plan)?$/,
  ],
  [
    'problems',
    /^(?:.*\b)?(?:problems?|problem list|conditions?|diagnos[ei]s|diagnosticos?|problemas|problemes|diagnostics?|diagnosen|dauerdiagnosen|problemi|diagnosi|probleemlijst|problemen|diagnoses|diagnoser|problemliste|comorbidit(?:y|ies)|komorbiditaten)(?: list)?$/,
  ],
  [
    'active',
    new RegExp(
      `^(?:active|current|ongoing) regimens$|\\b(?:active|current|ongoing|home|inpatient|outpatient) ${MEDS}|${MEDS} (?:activ[oa]s?|actuel(?:le)?s?|en cours|attiv[aei]|in corso|atua(?:l|is)|ativ[oa]s?|en curso|en uso|em uso|in gebruik)|(?:aktuelle|actuele|huidige|aktuel) ${MEDS}`,
    ),
  ],
  [
    'results',
    /^(?:.*\b)?(?:lab(?:s|oratory)?|results?|laboratorio|resultados|laboratoire|resultats|biologie|labor(?:werte)?|laborbefunde|esami|laboratorium|uitslagen|laboratorie(?:svar)?|provesvar|analyses?)(?: results?)?$|^(?:active |open |pending )?(?:lab(?:oratory)?|pathology|imaging|radiology|test) orders?$/,
  ],
  [
    'vitals',
    /^(?:.*\b)?(?:vitals?|vital signs|vitals and biometrics|biometrics|signos vitales|constantes|vitalzeichen|vitalwerte|parametri vitali|sinais vitais|vitale functies|vitale vaerdier|measurements|anthropometr\w*)$/,
  ],
  ['medications', new RegExp(`^(?:.*\\b)?${MEDS}(?: list| orders?| profile| record| \\(?\\d+\\)?)?$|^(?:mar|emar)$`)],
];

/** The section that a heading opens, or null for a heading that says nothing of the kind. */
export const sectionOf = (heading: string): Section | null => sectionIn(SECTIONS, heading);

/**
 * What labels mean, in English, Spanish, French, German, Italian, Portuguese, Dutch and Danish. A label outside of these
 * lists means nothing: its value is not used. Words are folded (lower case, no accents).
 */
import { labelWords, type Meanings, orderRoleIn, patientRoleIn } from '../words/label-words.ts';

export type OrderRole =
  | 'drug'
  | 'dose'
  | 'dosePerBsa'
  | 'doseMg'
  | 'product'
  | 'unit'
  | 'route'
  | 'days'
  | 'cycleLength'
  | 'frequency'
  | 'regimen'
  | 'status'
  | 'cycle'
  | 'cycleDay'
  | 'cycleAndDay'
  | 'instructions'
  | 'change'
  | 'bsa'
  | 'not-in-force'
  | 'irrelevant';

const ORDER_WORDS: Record<OrderRole, string> = {
  drug: 'drugs?|drug name|medications?|medication name|medicines?|medicine name|generic( name)?|agent|drug product|chemotherapy( drug| agent)?|antineoplastic|treatment|therapy|order(ed)? (drug|medication|item)|orderable|order|order name|name of (drug|medication)|medication code( concept| codeable concept)?|medicamentos?|farmacos?|principio (activo|ativo|attivo)|nombre del (medicamento|farmaco)|tratamiento|medicaments?|nom du medicament|produit|specialite|molecule|dci|substance|traitement|medikamente?|medikation|arzneimittel|wirkstoff|praparat|arznei|handelsname|substanz|farmac[oi]|medicinal[ei]|terapia|tratamento|nome do (medicamento|farmaco)|geneesmiddel(en)?|medicijn(en)?|medicatie|middel|laegemidd(el|ler)|medicin|praeparat|legemiddel',
  dose: 'dose|dosage|dose ?(?:/|and|&) ?units?|dose and rate|dose ordered|ordered dose|prescribed dose|dose given|given dose|dose prescribed|planned dose|current dose|dose amount|dose value|dose quantity|amount|admin(istered)? dose|actual dose|dosis|dosis (prescrita|actual|pautada|verordnet|ordineret|voorgeschreven)|cantidad|posologie|dose (prescrite|actuelle|prevue|prescritta|prescrita|atual|ordineret)|dosierung|verordnete dosis|aktuelle dosis|solldosis|istdosis|plandosis|einzeldosis|dosaggio|posologia|posologie|dosering|voorgeschreven dosis|dosering|ordineret dosis',
  dosePerBsa:
    'protocol dose|dose per (m2|bsa|area|body surface( area)?)|dose/m2|dose level|bsa dose|dose by bsa|reference dose|standard dose per m2|normali[sz]ed dose|dosis (por|pro|per|pr\\.?) m2|dosis/m2|dose (par|per|por|pr\\.?) m2|dose au m2|dose al m2|dose/mq|dose per mq|protokolldosis|dose de referencia|dose protocole|dosis protocolo|flachendosis',
  doseMg:
    'calculated dose|total dose|final dose|dose to (give|administer)|absolute dose|dose in mg|rounded dose|dispensed dose|dosis (total|calculada|final|absoluta)|dose (totale|calculee|finale|absolue|calcolata|calculada|total|final|beregnet)|gesamtdosis|berechnete dosis|absolutdosis|totale dosis|berekende dosis|beregnet dosis|samlet dosis',
  product:
    'strength|product( strength)?|concentration|presentation|package|pack size|formulation|form|dosage form|dose form|vial( size| strength)?|potencia|concentracion|presentacion|forma( farmaceutica)?|concentration|dosage du produit|forme|presentation|flacon|starke|konzentration|darreichungsform|form|packung|concentrazione|confezione|forma farmaceutica|concentracao|apresentacao|sterkte|concentratie|toedieningsvorm|styrke|koncentration|laegemiddelform|unit strength',
  unit: 'units?|dose units?|uom|unidad(es)?|unites?|einheit(en)?|unita( di misura)?|unidades?|eenheid|enhed',
  route:
    'routes?|administration|route of (administration|admin)|admin(istration)? route|via|via de (administracion|administracao)|voie|voie d.?administration|applikation|applikationsweg|applikationsart|verabreichung(sweg|sart)?|gabe|via di somministrazione|somministrazione|toedieningsweg|toediening|administrationsvej|indgivelse|adm\\.? ?vej',
  days: 'days?|days? of (cycle|treatment|administration)|treatment days?|cycle days|day\\(s\\)|days given|administration days|dosing days|dias?|dias de (administracion|tratamiento|administracao|tratamento)|jours?|jours? d.?administration|tage?|therapietage|gabetage|behandlungstage|giorn[oi]|giorni di (somministrazione|trattamento)|dagen|toedieningsdagen|dage?|behandlingsdage',
  cycleLength:
    'cycle (length|duration)|length of cycle|cycle every|interval|repeat every|cycle length in days|duracion del ciclo|duree du cycle|intervalle|zykluslange|zyklusdauer|intervall|wiederholung|durata( del)? ciclo|intervallo|duracao do ciclo|intervalo|cyclusduur|cycluslengte|cyklusl[ae]ngde|serielaengde|cyklusvarighed',
  frequency:
    'frequency|freq|schedule|timing|how often|frecuencia|pauta|frequence|rythme|haufigkeit|frequenz|einnahmeschema|frequenza|schema|frequencia|frequentie|hyppighed|frekvens',
  regimen:
    'regimen|protocol|treatment (plan|protocol)|chemo(therapy)? (regimen|protocol|plan)|care plan|order set|plan name|esquema|protocolo|protocole|schema therapeutique|regime|therapieschema|protokoll|therapieprotokoll|protocollo|schema terapeutico|protocolo de tratamento|behandelschema|behandelprotocol|regime|kur|behandlingsregime|behandlingsplan',
  status:
    'status|state|order status|estado|statut|etat|stato|situacao|toestand|auftragsstatus|verordnungsstatus|ordestatus|tilstand',
  cycle:
    'cycle|cycle (no|number|nr|#)\\.?|current cycle|course|ciclo( n[o.]*)?|cycle actuel|cure|zyklus|zyklus ?nr\\.?|kur nr\\.?|cyclus|cyklus|serie',
  cycleDay:
    'cycle day|day of cycle|current day|day of treatment|dia del ciclo|jour du cycle|zyklustag|giorno del ciclo|dia do ciclo|cyclusdag|cyklusdag',
  cycleAndDay:
    'cycle ?(and|/|&|,|-) ?day|cycle day of|ciclo ?/ ?(dia|giorno)|cycle ?/ ?jour|zyklus ?/ ?tag|cyclus ?/ ?dag|cyklus ?/ ?dag|c ?/ ?d',
  instructions:
    'sig|instructions?|additional instructions?|dosage instructions?|patient instructions?|directions?|order details?|details?|order sentence|order text|description|prescription|administration instructions?|dosing( instructions?)?|indicaciones|instrucciones|prescripcion|descripcion|instructions?|prescription|libelle|anweisung(en)?|verordnung|dosieranweisung|beschreibung|einnahmehinweis|istruzioni|prescrizione|descrizione|instrucoes|prescricao|descricao|instructies|voorschrift|omschrijving|gebruiksaanwijzing|instruks|ordination|beskrivelse|dosering og instruks',
  change:
    'dose (modification|reduction|adjustment|change)s?|modification|reduction|adjustment|% ?(of )?((protocol|full|planned) ?)?(dose)?|percent( of dose)?|modificacion|reduccion|ajuste|reduction de dose|adaptation|dosisreduktion|dosisanpassung|dosismodifikation|riduzione|modifica|reducao|dosisaanpassing|dosisreductie|dosisjustering|dosisreduktion',
  bsa: 'bsa|body surface( area)?|b\\.s\\.a\\.|superficie corporal|sc|asc|surface corporelle|korperoberflache|kof|superficie corporea|bsa mosteller|lichaamsoppervlak(te)?|legemsoverflade|kropsoverflade',
  'not-in-force':
    '(prev(ious|\\.)?|former|prior|last|old|orig(inal|\\.)?|starting|init(ial|\\.)?|max(imum|\\.)?|maximal|cum(ulative|\\.)?|lifetime|total cumulative|rec(ommended|\\.)?|suggested|usual|default|min(imum|\\.)?) (dose|dosage)( level)?|dose (before|limit|range)|dosis (anterior|previa|maxima|acumulada|inicial)|dose (precedente|anterieure|maximale|cumulee|initiale|massima|cumulativa|iniziale|anterior|maxima|cumulativa|acumulada|inicial)|(vorherige|fruhere|letzte|maximale|kumulative) dosis|max\\.? dosis|vorige dosis|maximale dosis|cumulatieve dosis|(tidligere|maksimal|kumulativ) dosis|changed from|reduced from',
  irrelevant:
    'indication|reason( code)?|diagnosis|comments?|notes?|remarks?|quantity|qty|refills?|dispense|duration|start( date)?|stop( date)?|end( date)?|date|authored on|ordered( on| by)?|prescriber|provider|signed by|requester|performer|pharmacy|infusion time|rate|volume|diluent|last (given|admin(istered)?)|next due|priority|intent|category|id|subject|encounter|fields|filters|actions?|edit|notas?|observaciones|motivo|inicio|fin|fecha|commentaires?|remarques?|motif|debut|date de (debut|fin)|bemerkung(en)?|kommentar|grund|beginn|ende|datum|arzt|note|osservazioni|inizio|fine|data|medico|observacoes|opmerking(en)?|reden|begin|einde|bemaerkning(er)?|arsag|start ?dato|slut ?dato|dato|laege',
};

export type PatientRole = 'name' | 'identifier' | 'birthDate' | 'age' | 'sex' | 'height' | 'weight' | 'bsa';

const PATIENT_WORDS: Record<PatientRole, string> = {
  name: '(patient )?name|patient( name)?|full name|nombre( del paciente| completo| y apellidos)?|paciente|nom( du patient| de naissance| et prenom)?|patiente?|name des patienten|patientenname|nome( do paciente| e cognome| completo)?|paziente|naam( patient)?|patientnaam|navn|patientnavn',
  identifier:
    'mrn|urn(:\\w+)?|med(ical)?\\.? rec(ord)?\\.?( no\\.?| number| #)?|patient (id|identifier|no|number|#)\\.?|(openmrs|hospital|chart|unit|nhs) ?(id|no|number)\\.?|identifiers?|pu?id|id|record (no|number)|csn|nhc|n[o.]* ?(de )?(historia|hc)( clinica)?|historia clinica|ipp|nip|ins|n[o.]* ?(de )?dossier|patienten-?(id|nr\\.?|nummer)|fallnummer|fall-?nr\\.?|pat\\.?-?(nr|id)\\.?|codice (fiscale|paziente)|id paziente|cf|prontuario|n[o.]* ?do (processo|prontuario|utente)|cns|patientnummer|bsn|pat(ient)?nr\\.?|cpr(-?nr\\.?|-?nummer)?',
  birthDate:
    'dob|d\\.o\\.b\\.?|birth ?date|date of birth|born|birthday|(fecha|f\\.?) ?(de )?nac(imiento|\\.)?|nacimiento|fn|(date de )?naissance|nee?( le)?|ddn|geburtsdatum|geb\\.?(-?datum| am)?|geboren( am)?|(data di )?nascita|nat[oa]( il)?|(data (de|do) )?nascimento|dn|geboortedatum|geboren|f[o\\u00f8]dselsdato|fodt|f\\. ?dato',
  age: 'age ?[/&,] ?(sex|gender)|(sex|gender) ?[/&,] ?age|edad ?/ ?sexo|sexo ?/ ?edad|alter ?/ ?geschlecht|age ?/ ?sexe|eta ?/ ?sesso|idade ?/ ?sexo|leeftijd ?/ ?geslacht|age|current age|edad|age actuel|alter|eta|idade|leeftijd|alder',
  sex: 'sex|gender|administrative (sex|gender)|legal sex|sex assigned at birth|birth sex|sexo|genero|sexe|genre|geschlecht|sesso|genere|geslacht|kon',
  height:
    'height|ht|hgt|stature|body height|talla|altura|estatura|taille|grosse|korpergrosse|altezza|statura|lengte|lichaamslengte|hojde',
  weight:
    'weight|wt|wgt|body weight|actual weight|dosing weight|peso|peso corporal|poids|gewicht|korpergewicht|peso corporeo|lichaamsgewicht|vaegt|legemsvaegt|vagt',
  bsa: ORDER_WORDS.bsa,
};

const whole = (words: string) => new RegExp(`^(?:${words})$`);
export const ORDER_LABELS: Meanings<OrderRole> = Object.entries(ORDER_WORDS).map(([role, words]) => [
  role as OrderRole,
  whole(words),
]);
export const PATIENT_LABELS: Meanings<PatientRole> = Object.entries(PATIENT_WORDS).map(([role, words]) => [
  role as PatientRole,
  whole(words),
]);

/** What a label in an order says its value is; 'unknown' for a label that is in no list. */
export const orderRoleOf = (label: string): OrderRole | 'unknown' => orderRoleIn(ORDER_LABELS, label);

/** What a label in a banner or among the vital signs says its value is. */
export const patientRoleOf = (label: string): PatientRole | 'unknown' => patientRoleIn(PATIENT_LABELS, label);

/** Whether text is nothing but a label that is in one of the lists. */
export const isKnownLabel = (text: string): boolean =>
  text.length > 0 && text.length <= 60 && (orderRoleOf(text) !== 'unknown' || patientRoleOf(text) !== 'unknown');

/** Heads a column of a results table. */
export const RESULT_COLUMNS =
  /^(?:test|analyte|component|lab(?:oratory)?(?: test)?|investigation|value|result|results|reference(?: range| interval)?|ref\.? ?range|range|normal(?: range)?|flag|abnormal|interpretation|units?|specimen|collected|resultado|prueba|analisis|valor|unidad|rango|intervalo|resultat|analyse|examen|valeur|norme|unite|normes|wert|messwert|parameter|referenz(?:bereich)?|normbereich|einheit|esame|risultato|valore|unita|riferimento|exame|referencia|uitslag|bepaling|waarde|eenheid|referentie|svar|prove|resultater|enhed|reference)$/;

export type ResultColumn = 'test' | 'value' | 'unit' | 'range' | 'flag' | 'date' | 'other';

/** What a column of a results table holds, by its header. A header that is a date holds results of that date. */
export function resultColumnOf(header: string): ResultColumn {
  const { words } = labelWords(header);
  if (
    /^(?:test|test name|name|analyte|component|lab(?:oratory)?( test)?|investigation|prueba|analisis|analyse|examen|parameter|esame|exame|bepaling|prove|analyt)$/.test(
      words,
    )
  )
    return 'test';
  if (/^(?:units?|unidad(?:es)?|unites?|einheit|unita|eenheid|enhed|uom)$/.test(words)) return 'unit';
  if (/^(?:.*(?:range|interval|referen[zc]|normbereich|riferimento|normes?|rango|referencia|normal).*)$/.test(words))
    return 'range';
  if (/flag|abnormal|interpretation|status|category|performer|comment|note|indicador|bewertung/.test(words))
    return 'flag';
  if (
    /^(?:value|result|results|latest|last|current|resultado|valor|resultat|valeur|wert|messwert|ergebnis|risultato|valore|uitslag|waarde|svar|vaerdi|most recent)$/.test(
      words,
    )
  )
    return 'value';
  if (/^(?:previous|prior|vorwert|anterior|precedent|precedente|vorige|tidligere)/.test(words)) return 'other';
  if (/^(?:date|collected|time|datum|fecha|data|dato|date\/time|collected on|effective)/.test(words)) return 'date';
  return 'other';
}

/** Phrase parts from which order lines with known answers are composed, for each language that the parser reads. */

export interface Phrases {
  /** decimal mark that the language writes */
  mark: '.' | ',';
  drug: string[];
  sc: string[];
  iv: string[];
  either: string[];
  days: ((list: number[]) => string)[];
  cycle: ((n: number) => string)[];
  twiceWeekly: string[];
  weekly: string[];
  everyTwoWeeks: string[];
  perArea: string[];
  /** other drugs of the same regimen, each with its own dose, route and days */
  partners: string[];
  /** the dose in force and the former one */
  changed: ((now: string, before: string) => string)[];
  status: Partial<Record<'active' | 'planned' | 'held' | 'discontinued' | 'completed', string[]>>;
  history: string[];
  allergy: string[];
  other: string[];
}

const commas = (list: number[]) => list.join(', ');
const joined = (list: number[], and: string) => `${list.slice(0, -1).join(', ')} ${and} ${list.at(-1)}`;

export const LANGUAGES: Record<string, Phrases> = {
  en: {
    mark: '.',
    drug: ['Bortezomib', 'bortezomib (Velcade)', 'VELCADE', 'Velcade (bortezomib)', 'BORTEZOMIB'],
    sc: ['SC', 'subcut', 'subcutaneously', 'SUBQ', 's.c.', 'SQ', 'sub-q', 'by subcutaneous injection'],
    iv: ['IV', 'IV push', 'intravenously', 'i.v.', 'IVP', 'as an IV bolus'],
    either: ['SC or IV', 'IV/SC', 'subcutaneously or intravenously'],
    days: [
      (d) => `days ${commas(d)}`,
      (d) => `on days ${joined(d, 'and')}`,
      (d) => `D${d.join(',')}`,
      (d) => d.map((x) => `D${x}`).join(', '),
      (d) => `d ${d.join(' ')}`,
      (d) => `Days ${joined(d, '&')}`,
      (d) => d.map((x) => `Day ${x}`).join(' -- '),
      (d) => (d.length > 2 ? `day(s): ${d.join('-')}` : `day(s): ${d.join('/')}`),
    ],
    cycle: [
      (n) => `every ${n} days`,
      (n) => `q${n}d`,
      (n) => `of a ${n}-day cycle`,
      (n) => `(cycle length: ${n} days)`,
      (n) => `q ${n} days`,
      (n) => `in ${n} day cycles`,
    ],
    twiceWeekly: ['twice weekly', 'twice a week', '2x/week', 'two times per week', 'BIW'],
    weekly: ['weekly', 'once weekly', 'once a week', 'QW', 'every week', '1x/wk'],
    everyTwoWeeks: ['every 2 weeks', 'every other week', 'q2w', 'q14d', 'fortnightly'],
    perArea: [
      'mg/m2',
      'mg/m²',
      'mg/m^2',
      'mg/sqm',
      'mg per m2',
      'mg/m 2',
      'mg/m(2)',
      'milligrams per square meter',
      'mg/m2/dose',
    ],
    partners: [
      'Dexamethasone 40 mg PO days 1, 8, 15, 22',
      'Lenalidomide 25 mg PO days 1-14',
      'Cyclophosphamide 300 mg/m2 PO weekly',
      'Melphalan 9 mg/m2 PO d1-4',
      'Daratumumab 1800 mg SC weekly',
    ],
    changed: [
      (now, before) => `${now} (reduced from ${before})`,
      (now, before) => `reduced from ${before} to ${now}`,
      (now, before) => `${before} → ${now}`,
      (now, before) => `${now}, previously ${before}`,
      (now, before) => `was ${before}, now ${now}`,
      (now, before) => `~~${before}~~ ${now}`,
      (now, before) => `${now}, modified from ${before}`,
    ],
    status: {
      active: ['Status: active', '[ACTIVE]'],
      planned: ['Status: planned', '(planned)', 'scheduled'],
      held: ['on hold', 'Status: HELD', '[HELD]'],
      discontinued: ['DISCONTINUED', 'Status: stopped', '(D/C)'],
      completed: ['Status: completed', '[COMPLETED]'],
    },
    history: [
      'Prior bortezomib, stopped years ago',
      'Previously treated with bortezomib and thalidomide',
      'Myeloma refractory to bortezomib',
      'Patient received Velcade 1.3 mg/m2 twice weekly in 2017',
      'History of bortezomib exposure',
      'Bortezomib-refractory disease',
      'Relapsed after bortezomib-based induction',
      's/p VRd x4, last bortezomib in May',
      'Past treatments:\n- Bortezomib 1.3 mg/m2 SC days 1, 4, 8, 11',
      'Bortezomib naive',
      'Six months of washout from bortezomib are required',
    ],
    allergy: [
      'Allergy: bortezomib (rash)',
      'Allergic to Velcade',
      'Hypersensitivity to bortezomib, boron or mannitol',
      'Intolerance: bortezomib',
      'Anaphylaxis with bortezomib 1.3 mg/m2',
      'Allergies:\nBortezomib - hives',
    ],
    other: [
      'Neuropathy on bortezomib: a practical approach',
      'Monitor blood counts before each dose of bortezomib',
      'Reduce bortezomib to 1 mg/m2 for grade 1 with pain',
      'If grade 2 neuropathy occurs, reduce bortezomib to 1 mg/m2',
      'Withhold bortezomib until toxicity resolves, then 0.7 mg/m2 once weekly',
      'Bortezomib 3.5 mg vial, NDC 00000-0000-00, price $1,200',
      'Velcade 3.5 mg powder for solution for injection',
      'Do not give bortezomib intrathecally',
      'Avoid bortezomib in severe neuropathy',
      'Consider bortezomib 1.3 mg/m2 weekly at relapse',
      'No bortezomib today',
      'Patients were randomized to bortezomib 1.3 mg/m2 or observation',
      'Prednisone 60 mg/m2 PO days 1, 2, 3, 4 of the bortezomib cycle',
      'Carfilzomib 27 mg/m2 IV days 1, 2, 8, 9, 15, 16 every 28 days',
      'Ixazomib 4 mg PO days 1, 8, 15 q28d',
      'Vincristine 1.4 mg/m2 IV day 1',
      'VAD every 28 days',
      'Reconstitute bortezomib with 3.5 mL of saline to 1 mg/mL',
      'How bortezomib is given',
      'Bortezomib inhibits the proteasome',
    ],
  },
  es: {
    mark: ',',
    drug: ['Bortezomib', 'bortezomib (Velcade)', 'VELCADE'],
    sc: ['SC', 's.c.', 'subcutáneo', 'vía subcutánea', 'por vía subcutánea'],
    iv: ['IV', 'intravenoso', 'por vía intravenosa', 'EV', 'i.v.'],
    either: ['SC o IV', 'intravenosa o subcutánea'],
    days: [
      (d) => `días ${joined(d, 'y')}`,
      (d) => `los días ${joined(d, 'y')}`,
      (d) => d.map((x) => `D${x}`).join(', '),
      (d) => `día ${commas(d)}`,
    ],
    cycle: [(n) => `cada ${n} días`, (n) => `en ciclos de ${n} días`, (n) => `ciclo de ${n} días`],
    twiceWeekly: ['dos veces por semana', 'dos veces a la semana', '2 veces por semana', '2 veces/semana'],
    weekly: ['una vez por semana', 'semanal', 'una vez a la semana', 'cada semana', 'semanalmente'],
    everyTwoWeeks: ['cada 2 semanas', 'quincenal', 'cada dos semanas', 'cada 14 días'],
    perArea: ['mg/m2', 'mg/m²', 'mg por m2', 'mg por metro cuadrado'],
    partners: [
      'Dexametasona 40 mg VO días 1, 8, 15 y 22',
      'Lenalidomida 25 mg VO días 1-14',
      'Ciclofosfamida 300 mg/m2 VO semanal',
    ],
    changed: [
      (now, before) => `${now} (reducido de ${before})`,
      (now, before) => `${now}, antes ${before}`,
      (now, before) => `reducida de ${before} a ${now}`,
    ],
    status: {
      active: ['Estado: activo'],
      held: ['en pausa', 'Estado: suspendido temporalmente'],
      planned: ['programado'],
      discontinued: ['descontinuado'],
      completed: ['Estado: finalizado'],
    },
    history: [
      'Bortezomib previo',
      'Tratado previamente con bortezomib',
      'Refractario a bortezomib',
      'Recibió Velcade 1,3 mg/m2 en 2017',
      'Antecedente de bortezomib',
    ],
    allergy: ['Alergia a bortezomib', 'Hipersensibilidad al bortezomib, al boro o al manitol', 'Alérgico a Velcade'],
    other: [
      'Reducir bortezomib a 1 mg/m2 si neuropatía de grado 1 con dolor',
      'Vigilar el hemograma antes de cada dosis de bortezomib',
      'Evitar bortezomib',
      'Velcade 3,5 mg polvo para solución inyectable',
      'Prednisona 60 mg/m2 VO días 1 a 4 del ciclo de bortezomib',
      'Considerar bortezomib 1,3 mg/m2 en la recaída',
    ],
  },
  fr: {
    mark: ',',
    drug: ['Bortézomib', 'BORTEZOMIB', 'Velcade (bortézomib)'],
    sc: ['SC', 'sous-cutané', 'par voie sous-cutanée', 'S/C', 'en sous cutané'],
    iv: ['IV', 'par voie intraveineuse', 'intraveineux', 'IV bolus', 'en injection intraveineuse'],
    either: ['IV ou SC', 'par voie intraveineuse ou sous-cutanée'],
    days: [
      (d) => d.map((x) => `J${x}`).join(' '),
      (d) => d.map((x) => `J${x}`).join(', '),
      (d) => `les jours ${joined(d, 'et')}`,
      (d) => (d.length > 2 ? `J${d.join('-')}` : `J${d.join('+')}`),
      (d) => `à J${d.join(', ')}`,
    ],
    cycle: [(n) => `tous les ${n} jours`, (n) => `cycle de ${n} jours`, (n) => `cycles de ${n} jours`],
    twiceWeekly: ['deux fois par semaine', '2 fois par semaine', '2x/semaine'],
    weekly: ['une fois par semaine', 'hebdomadaire', 'toutes les semaines', '1 fois/semaine', 'chaque semaine'],
    everyTwoWeeks: ['toutes les 2 semaines', 'toutes les deux semaines', 'tous les 14 jours'],
    perArea: ['mg/m2', 'mg/m²', 'mg par m²', 'mg par mètre carré'],
    partners: [
      'Dexaméthasone 40 mg PO J1, J8, J15, J22',
      'Lénalidomide 25 mg PO J1 à J14',
      'Cyclophosphamide 300 mg/m² PO J1 J8 J15',
    ],
    changed: [
      (now, before) => `${now} (réduit de ${before})`,
      (now, before) => `${now}, auparavant ${before}`,
      (now, before) => `${before} → ${now}`,
    ],
    status: {
      active: ['Statut : actif'],
      held: ['suspendu', 'en attente'],
      planned: ['prévu'],
      discontinued: ['arrêté'],
      completed: ['terminé'],
    },
    history: [
      'Bortézomib antérieur',
      'Précédemment traité par bortézomib',
      'Myélome réfractaire au bortézomib',
      'A reçu du Velcade 1,3 mg/m2 en 2017',
    ],
    allergy: [
      'Allergie au bortézomib',
      'Hypersensibilité au bortézomib, au bore ou au mannitol',
      'Allergique au Velcade',
    ],
    other: [
      'Réduire le bortézomib à 1 mg/m2 en cas de neuropathie de grade 1',
      'Surveiller la NFS avant chaque dose de bortézomib',
      'Pas de bortézomib',
      'Velcade 3,5 mg poudre pour solution injectable',
      'Prednisone 60 mg/m² PO J1 à J4 du cycle de bortézomib',
      'Envisager le bortézomib 1,3 mg/m2 à la rechute',
    ],
  },
  de: {
    mark: ',',
    drug: ['Bortezomib', 'Velcade (Bortezomib)', 'VELCADE'],
    sc: ['s.c.', 'subkutan', 'SC', 'als subkutane Injektion'],
    iv: ['i.v.', 'intravenös', 'IV', 'als i.v. Bolus'],
    either: ['i.v. oder s.c.', 's.c./i.v.'],
    days: [
      (d) => `Tag ${commas(d)}`,
      (d) => `an Tag ${joined(d, 'und')}`,
      (d) => `Tage ${d.join(' + ')}`,
      (d) => `d${d.join(',')}`,
      (d) => `an den Tagen ${joined(d, 'und')}`,
      (d) =>
        `am ${d
          .slice(0, -1)
          .map((x) => `${x}.`)
          .join(', ')} und ${d.at(-1)}. Tag`,
    ],
    cycle: [
      (n) => `alle ${n} Tage`,
      (n) => `${n}-Tage-Zyklus`,
      (n) => `Zyklus von ${n} Tagen`,
      (n) => `Wdh. alle ${n} Tage`,
      (n) => `(Zyklusdauer: ${n} Tage)`,
    ],
    twiceWeekly: ['zweimal pro Woche', 'zweimal wöchentlich', '2x/Woche', '2 x wöchentlich', 'zweimal die Woche'],
    weekly: ['einmal pro Woche', 'wöchentlich', '1x wöchentlich', 'jede Woche', '1x/Woche'],
    everyTwoWeeks: ['alle 2 Wochen', 'alle zwei Wochen', 'alle 14 Tage'],
    perArea: ['mg/m2', 'mg/m²', 'mg/qm', 'mg pro m²', 'mg pro Quadratmeter'],
    partners: [
      'Dexamethason 40 mg p.o. Tag 1, 8, 15, 22',
      'Lenalidomid 25 mg p.o. Tag 1-14',
      'Melphalan 9 mg/m² p.o. Tag 1-4',
    ],
    changed: [
      (now, before) => `${now} (reduziert von ${before})`,
      (now, before) => `${now}, vorher ${before}`,
      (now, before) => `von ${before} auf ${now} reduziert`,
    ],
    status: {
      active: ['Status: aktiv'],
      held: ['pausiert', 'Status: pausiert'],
      planned: ['geplant'],
      discontinued: ['abgesetzt'],
      completed: ['abgeschlossen'],
    },
    history: [
      'Vorbehandlung mit Bortezomib',
      'Bortezomib-refraktäres Myelom',
      'Refraktär auf Bortezomib',
      'Erhielt 2017 Velcade 1,3 mg/m2',
      'Z. n. vorangegangener Therapie mit Bortezomib',
    ],
    allergy: [
      'Allergie gegen Bortezomib',
      'Überempfindlichkeit gegen Bortezomib, Bor oder Mannitol',
      'Bortezomib-Unverträglichkeit',
    ],
    other: [
      'Bortezomib auf 1 mg/m² reduzieren bei Neuropathie Grad 1',
      'Blutbild vor jeder Gabe von Bortezomib überwachen',
      'Kein Bortezomib',
      'Velcade 3,5 mg Pulver zur Herstellung einer Injektionslösung',
      'Prednison 60 mg/m² p.o. Tag 1-4 des Bortezomib-Zyklus',
      'Bortezomib absetzen bei Grad 4',
    ],
  },
  it: {
    mark: ',',
    drug: ['Bortezomib', 'Velcade (bortezomib)', 'BORTEZOMIB'],
    sc: ['s.c.', 'sottocute', 'sottocutanea', 'per via sottocutanea', 'SC'],
    iv: ['e.v.', 'endovena', 'per via endovenosa', 'EV'],
    either: ['per via endovenosa o sottocutanea', 'e.v. o s.c.'],
    days: [
      (d) => `giorni ${joined(d, 'e')}`,
      (d) => `nei giorni ${commas(d)}`,
      (d) => `gg ${d.join(',')}`,
      (d) => (d.length > 2 ? `g ${d.join('-')}` : `g ${d.join(', ')}`),
      (d) => d.map((x) => `G${x}`).join(', '),
    ],
    cycle: [(n) => `ogni ${n} giorni`, (n) => `ciclo di ${n} giorni`, (n) => `cicli di ${n} giorni`],
    twiceWeekly: ['due volte alla settimana', 'due volte la settimana', '2 volte/settimana', '2 volte a settimana'],
    weekly: ['una volta alla settimana', 'settimanale', 'una volta a settimana', 'ogni settimana'],
    everyTwoWeeks: ['ogni 2 settimane', 'ogni due settimane', 'ogni 14 giorni'],
    perArea: ['mg/m2', 'mg/m²', 'mg/mq', 'mg per m2', 'mg per metro quadrato'],
    partners: [
      'Desametasone 40 mg os giorni 1, 8, 15 e 22',
      'Lenalidomide 25 mg per os giorni 1-14',
      'Ciclofosfamide 300 mg/mq os settimanale',
    ],
    changed: [
      (now, before) => `${now} (ridotta da ${before})`,
      (now, before) => `ridotto da ${before} a ${now}`,
      (now, before) => `${now}, in precedenza ${before}`,
    ],
    status: {
      active: ['Stato: attivo'],
      held: ['sospeso', 'in pausa'],
      planned: ['programmato'],
      discontinued: ['interrotto'],
      completed: ['completato'],
    },
    history: [
      'Pregresso trattamento con bortezomib',
      'Precedentemente trattato con bortezomib',
      'Refrattario a bortezomib',
      'Ha ricevuto Velcade 1,3 mg/m2 nel 2017',
    ],
    allergy: ['Allergia a bortezomib', 'Ipersensibilità al bortezomib, al boro o al mannitolo', 'Allergico al Velcade'],
    other: [
      'Ridurre bortezomib a 1 mg/m2 in caso di neuropatia di grado 1',
      'Monitorare emocromo prima di ogni dose di bortezomib',
      'Sospendere bortezomib',
      'Velcade 3,5 mg polvere per soluzione iniettabile',
      'Prednisone 60 mg/mq os giorni 1-4 del ciclo di bortezomib',
      'Valutare bortezomib 1,3 mg/mq alla recidiva',
    ],
  },
  pt: {
    mark: ',',
    drug: ['Bortezomibe', 'Velcade (bortezomibe)', 'BORTEZOMIB'],
    sc: ['SC', 'subcutâneo', 'por via subcutânea', 's.c.', 'subcutânea'],
    iv: ['EV', 'IV', 'endovenoso', 'por via intravenosa'],
    either: ['SC ou EV', 'por via intravenosa ou subcutânea'],
    days: [
      (d) => d.map((x) => `D${x}`).join(', '),
      (d) => `D${d.join(',')}`,
      (d) => `nos dias ${joined(d, 'e')}`,
      (d) => `dias ${commas(d)}`,
      (d) =>
        `${d
          .slice(0, -1)
          .map((x) => `D${x}`)
          .join(', ')} e D${d.at(-1)}`,
    ],
    cycle: [(n) => `a cada ${n} dias`, (n) => `ciclos de ${n} dias`, (n) => `ciclo de ${n} dias`],
    twiceWeekly: ['duas vezes por semana', '2x por semana', '2x/semana', '2 vezes por semana'],
    weekly: ['uma vez por semana', 'semanal', '1x/semana', 'semanalmente'],
    everyTwoWeeks: ['a cada 2 semanas', 'quinzenal', 'a cada 14 dias', 'a cada duas semanas'],
    perArea: ['mg/m2', 'mg/m²', 'mg por m²', 'mg por metro quadrado'],
    partners: [
      'Dexametasona 40 mg VO D1, D8, D15, D22',
      'Lenalidomida 25 mg VO D1-14',
      'Ciclofosfamida 300 mg/m² VO D1, D8, D15',
    ],
    changed: [
      (now, before) => `${now} (reduzido de ${before})`,
      (now, before) => `reduzida de ${before} para ${now}`,
      (now, before) => `${now}, antes ${before}`,
    ],
    status: {
      active: ['Status: ativo'],
      held: ['suspenso', 'em pausa'],
      planned: ['agendado'],
      discontinued: ['cancelado'],
      completed: ['concluído'],
    },
    history: [
      'Uso prévio de bortezomibe',
      'Previamente tratado com bortezomibe',
      'Refratário a bortezomibe',
      'Recebeu Velcade 1,3 mg/m2 em 2017',
    ],
    allergy: [
      'Alergia a bortezomibe',
      'Hipersensibilidade ao bortezomibe, ao boro ou ao manitol',
      'Alérgico a Velcade',
    ],
    other: [
      'Reduzir bortezomibe para 1 mg/m2 se neuropatia grau 1 com dor',
      'Monitorar hemograma antes de cada dose de bortezomibe',
      'Sem bortezomibe',
      'Velcade 3,5 mg pó para solução injetável',
      'Prednisona 60 mg/m² VO D1-4 do ciclo de bortezomibe',
      'Considerar bortezomibe 1,3 mg/m² na recidiva',
    ],
  },
  nl: {
    mark: ',',
    drug: ['Bortezomib', 'Velcade (bortezomib)', 'VELCADE'],
    sc: ['s.c.', 'subcutaan', 'onderhuids', 'SC'],
    iv: ['i.v.', 'intraveneus', 'IV'],
    either: ['s.c. of i.v.', 'intraveneus of subcutaan'],
    days: [
      (d) => `dag ${joined(d, 'en')}`,
      (d) => `op dag ${commas(d)}`,
      (d) => `op de dagen ${joined(d, 'en')}`,
      (d) => d.map((x) => `D${x}`).join(', '),
    ],
    cycle: [
      (n) => `elke ${n} dagen`,
      (n) => `cyclus van ${n} dagen`,
      (n) => `om de ${n} dagen`,
      (n) => `kuren van ${n} dagen`,
    ],
    twiceWeekly: ['tweemaal per week', '2 keer per week', '2x per week', 'twee keer per week'],
    weekly: ['eenmaal per week', 'wekelijks', '1x per week', 'elke week'],
    everyTwoWeeks: ['om de 2 weken', 'elke 2 weken', 'elke 14 dagen', 'om de twee weken'],
    perArea: ['mg/m2', 'mg/m²', 'mg per m²', 'mg per vierkante meter'],
    partners: [
      'Dexamethason 40 mg oraal dag 1, 8, 15, 22',
      'Lenalidomide 25 mg oraal dag 1-14',
      'Cyclofosfamide 300 mg/m² oraal wekelijks',
    ],
    changed: [
      (now, before) => `${now} (verlaagd van ${before})`,
      (now, before) => `${now}, voorheen ${before}`,
      (now, before) => `${before} → ${now}`,
    ],
    status: {
      active: ['Status: actief'],
      held: ['onderbroken', 'gepauzeerd'],
      planned: ['gepland'],
      discontinued: ['gestopt'],
      completed: ['voltooid'],
    },
    history: [
      'Eerder behandeld met bortezomib',
      'Refractair voor bortezomib',
      'Kreeg in 2017 Velcade 1,3 mg/m2',
      'Voorbehandeld met bortezomib',
    ],
    allergy: [
      'Allergie voor bortezomib',
      'Overgevoeligheid voor bortezomib, boor of mannitol',
      'Allergisch voor Velcade',
    ],
    other: [
      'Verminder bortezomib naar 1 mg/m2 bij neuropathie graad 1',
      'Controleer het bloedbeeld voor elke dosis bortezomib',
      'Geen bortezomib',
      'Velcade 3,5 mg poeder voor oplossing voor injectie',
      'Prednison 60 mg/m² oraal dag 1-4 van de bortezomib-cyclus',
      'Overweeg bortezomib 1,3 mg/m2 bij recidief',
    ],
  },
  da: {
    mark: ',',
    drug: ['Bortezomib', 'Velcade (bortezomib)', 'VELCADE'],
    sc: ['s.c.', 'subkutant', 'under huden', 'SC'],
    iv: ['i.v.', 'intravenøst', 'IV'],
    either: ['i.v. eller s.c.', 'intravenøst eller subkutant'],
    days: [
      (d) => `dag ${joined(d, 'og')}`,
      (d) => `på dag ${commas(d)}`,
      (d) =>
        `på ${d
          .slice(0, -1)
          .map((x) => `dag ${x}`)
          .join(', ')} og dag ${d.at(-1)}`,
      (d) => d.map((x) => `D${x}`).join(', '),
    ],
    cycle: [(n) => `hver ${n}. dag`, (n) => `serier af ${n} dage`, (n) => `cyklus på ${n} dage`],
    twiceWeekly: ['to gange om ugen', 'to gange ugentligt', '2 gange om ugen', '2 gange pr. uge'],
    weekly: ['en gang om ugen', 'ugentligt', 'hver uge', '1 gang om ugen'],
    everyTwoWeeks: ['hver 2. uge', 'hver anden uge', 'hver 14. dag'],
    perArea: ['mg/m2', 'mg/m²', 'mg pr. m²', 'mg pr. kvadratmeter'],
    partners: [
      'Dexamethason 40 mg oralt dag 1, 8, 15, 22',
      'Lenalidomid 25 mg oralt dag 1-14',
      'Melphalan 9 mg/m² oralt dag 1-4',
    ],
    changed: [
      (now, before) => `${now} (nedsat fra ${before})`,
      (now, before) => `${now}, tidligere ${before}`,
      (now, before) => `reduceret fra ${before} til ${now}`,
    ],
    status: {
      active: ['Status: aktiv'],
      held: ['på pause', 'Status: pauseret'],
      planned: ['planlagt'],
      discontinued: ['seponeret'],
      completed: ['afsluttet'],
    },
    history: [
      'Tidligere behandlet med bortezomib',
      'Refraktær over for bortezomib',
      'Fik Velcade 1,3 mg/m2 i 2017',
      'Bortezomib tidligere givet',
    ],
    allergy: [
      'Allergi over for bortezomib',
      'Overfølsomhed over for bortezomib, bor eller mannitol',
      'Allergisk over for Velcade',
    ],
    other: [
      'Reducer bortezomib til 1 mg/m2 ved neuropati grad 1',
      'Kontroller blodtal før hver dosis bortezomib',
      'Ingen bortezomib',
      'Velcade 3,5 mg pulver til injektionsvæske',
      'Prednison 60 mg/m² oralt dag 1-4 i bortezomib-cyklussen',
      'Overvej bortezomib 1,3 mg/m2 ved tilbagefald',
    ],
  },
};

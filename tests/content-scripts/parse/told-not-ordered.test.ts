/** Notes, warnings, rules and studies that hold a dose, and the orders that are worded like them. */
import { describe, expect, it } from 'vitest';
import { parseOrderText } from '../../../content-scripts/parse/index.ts';

const TOLD: Record<string, string[]> = {
  'a change or a start that is told': [
    'Dose of bortezomib changed from 1.3 to 1 mg/m²',
    'Bortezomib 1.3 mg/m² SC started',
    'Bortezomib was started at 1.1 mg/m2 twice weekly',
    'Velcade dose reduced to 1 mg/m2 at cycle 3',
    'Se inició bortezomib a 1,1 mg/m2',
    'Inicio de bortezomib 1,1 mg/m2 en marzo de 2020',
    'La dose de Velcade a été diminuée de 1,1 à 0,9 mg/m²',
    'Bortézomib 1,1 mg/m² SC débuté le 3 avril 2022',
    'Beginn mit Velcade 1,1 mg/m² s.c. am 03.02.2021',
    'Dosis von Velcade von 1,1 auf 0,9 mg/m² reduziert',
    'Velcade wurde im 3. Zyklus auf 0,9 mg/m² reduziert',
    'Velcade se redujo a 0,9 mg/m2 y después se suspendió',
    'Velcade 1,1 mg/mq avviato il 3/3/2021',
    'Dose di Velcade ridotta da 1,1 a 0,9 mg/mq',
    'Iniciou Velcade 1,1 mg/m² em abril',
    'Dose de Velcade alterada de 1,1 para 0,9 mg/m²',
    'Gestart met Velcade 1,1 mg/m2 op 3 maart 2021',
    'Dosis Velcade verlaagd van 1,1 naar 0,9 mg/m2',
    'Påbegyndt Velcade 1,1 mg/m2 den 3. marts 2021',
    'Dosis af Velcade ændret fra 1,1 til 0,9 mg/m2',
  ],
  'treatment of the past': [
    '2018: 4 x VTD (bortezomib 1.1 mg/m2 SC), PR',
    'Induction (2020): bortezomib 1.1 mg/m2, thalidomide, dex x 4',
    'Treatment history: 1) VTd x4 2) bortezomib maintenance 1.1 mg/m2 q2w',
    'Last bortezomib 1.1 mg/m2 given 12/11/2023',
    'Velcade 2.1 mg SC given 10:15 left abdomen',
    'Velcade 2.1 mg given SC in the left thigh',
    'Velcade 2,1 mg s.c. um 10:30 Uhr verabreicht',
    'Velcade 2,1 mg SC administré à 10h30',
    'hat Velcade 1,1 mg/m² in der Erstlinie erhalten',
    'heeft Velcade 1,1 mg/m2 in eerste lijn gehad',
    'He tolerated 4 cycles of Velcade 1.1 mg/m2 weekly',
    'Completó 6 ciclos de VMP (Velcade 1,1 mg/m2) en 2016',
    'Z. n. 6 Zyklen VTD (Velcade 1,1 mg/m²)',
    'Ha ben tollerato 4 cicli di Velcade 1,1 mg/mq',
    'Tidligere behandling: VTD (Velcade 1,1 mg/m2)',
    'Velcade held C4, resumed C6 at 1 mg/m2, stopped C8',
    'VTd x 6 (bortezomib discontinued for neuropathy)',
  ],
  interactions: [
    'Clarithromycin raises exposure to bortezomib 1.1 mg/m2 by 35%',
    'Velcade (1.1 mg/m2 IV) did not alter the pharmacokinetics of melphalan',
    'Velcade AUC 1.1 mg/m2 SC vs IV: 155 vs 151',
    'El ketoconazol aumenta la exposición a Velcade 1,1 mg/m2 un 35%',
    "Le kétoconazole augmente l'ASC du Velcade 1,1 mg/m² de 35 %",
    'Ketoconazol erhöhte die AUC von Velcade 1,1 mg/m² um 35 %',
    "Il ketoconazolo aumenta l'AUC di Velcade 1,1 mg/m2 del 35%",
    'O cetoconazol aumenta a exposição ao Velcade 1,1 mg/m² em 35%',
    'Ketoconazol verhoogt de AUC van Velcade 1,1 mg/m2 met 35%',
    'Ketoconazol øger AUC for Velcade 1,1 mg/m2 med 35 %',
  ],
  'rules and limits': [
    'Bortezomib dose reduction: 1.5 mg/m2 → 1.3 mg/m2 → 1.0 mg/m2',
    'Maximum dose of bortezomib 1.3 mg/m2, never exceed twice weekly',
    'Bortezomib dose must be ≤ 2 mg/m² per week',
    'Bortezomib may be escalated to 1.1 mg/m2 or reduced to 0.5 mg/m2',
    'The starting dose of Velcade in moderate hepatic impairment is 0.7 mg/m2',
    'Bei mäßiger Leberfunktionsstörung Velcade mit 0,7 mg/m² beginnen',
    'Bij matige leverfunctiestoornis starten met Velcade 0,7 mg/m2',
    'Ved moderat nedsat leverfunktion startes Velcade med 0,7 mg/m2',
    'La dosis máxima de Velcade es 1,3 mg/m2',
    'DL0 1.3 mg/m2, DL-1 1.0 mg/m2, DL-2 0.7 mg/m2 (bortezomib)',
    'Niveles de dosis de Velcade: 1,3; 1,0; 0,7 mg/m2',
    'Velcade Dosisstufen: 1,3 mg/m², 1,0 mg/m², 0,7 mg/m²',
    'Velcade dose by BSA: 1.6 m2 2.08 mg; 1.7 m2 2.21 mg; 1.8 m2 2.34 mg',
    'If relapse: Velcade 1.1 mg/m2 weekly',
    'En recaída valorar Velcade 1,1 mg/m2 semanal',
    'Bij recidief Velcade 1,1 mg/m2 wekelijks overwegen',
    'Ved recidiv overvejes Velcade 1,1 mg/m2 ugentligt',
    'Awaiting approval for Velcade 1.1 mg/m2 SC weekly',
    'Lenalidomide 25 mg D1-14 (Velcade day 1, 4, 8, 11 not given)',
    'Dose maximale de Velcade : 1,3 mg/m²',
    'Maksimal dosis Velcade 1,3 mg/m2',
    'Check the blood count on day 1 and day 8 before bortezomib',
    'Trombocyten bepalen voor elke dosis Velcade',
    'Blodprøver før hver dosis Velcade',
  ],
  'after the toxicity': [
    'PNP °II: Velcade ↓ auf 1,0 mg/m²',
    'Grade 1 PN + pain or grade 2: ↓ Velcade to 1 mg/m2',
    'After resolution resume Velcade at 0.7 mg/m2 once weekly',
    'Tras resolución, reiniciar Velcade a 0,7 mg/m2 una vez por semana',
    'Après résolution, reprendre VELCADE à 0,7 mg/m² une fois par semaine',
    'Nach Abklingen Velcade mit 0,7 mg/m² einmal wöchentlich wieder aufnehmen',
    'Dopo risoluzione riprendere Velcade a 0,7 mg/m2 una volta a settimana',
    'Após resolução, reiniciar Velcade com 0,7 mg/m² uma vez por semana',
    'Na herstel Velcade hervatten met 0,7 mg/m2 eenmaal per week',
    'Efter bedring genoptages Velcade med 0,7 mg/m2 en gang om ugen',
  ],
  'what led to it': [
    'Cycle 4 of VRd completed 3/2023 with Velcade 1 mg/m2',
    'First-line therapy was Velcade 1.1 mg/m2 with dexamethasone',
    'Progresión durante Velcade 1,1 mg/m2',
    'Progress unter Velcade 1,1 mg/m²',
    'Progressão em uso de Velcade 1,1 mg/m²',
    'Neuropathie apparue au 3e cycle de Velcade 1,1 mg/m²',
    'Neuropati i 3. serie Velcade 1,1 mg/m2',
    'Had PR to Velcade 1.1 mg/m2/dex',
    '4 cicli di Velcade 1,1 mg/mq da gennaio ad aprile 2019',
    'Therapie mit Velcade 1,1 mg/m² von 01/2019 bis 06/2019',
    'Prev Rx: Velcade 1.1 mg/m2 D1,4,8,11',
    'Initial therapy 2016 - VCD (Velcade 1.1 mg/m2 wkly), then ASCT',
    'The combination of Velcade 1.1 mg/m2 and venetoclax improved PFS',
    'Progressie onder Velcade 1,1 mg/m2',
    '2018 Therapie mit VCD (Velcade 1,1 mg/m²)',
  ],
  'a bare dose among other words': [
    'Dose alert: Velcade 1.6 mg/m2 exceeds the protocol dose of 1.3 mg/m2',
    'In children Velcade 1.2 mg/m2 was studied in ALL',
    'Dose density: Velcade 5.2 mg/m2 per cycle',
    'Velcade 1.1 mg/m2 (2016-2017)',
    'She was on Velcade 1.1 mg/m2 until March',
    'used to be on Velcade 1.1 mg/m2 weekly',
    'Estuvo con Velcade 1,1 mg/m2 hasta marzo',
    'El paciente rechaza Velcade 1,1 mg/m2',
    'La dosis de Velcade es 1,1 mg/m2 en la mayoría de los protocolos',
    "Était sous Velcade 1,1 mg/m² jusqu'en mars",
    "En l'absence de réponse, passer au Velcade 1,1 mg/m² hebdomadaire",
    'Bis März unter Velcade 1,1 mg/m²',
    'Initial Velcade 1,1 mg/m², jetzt Daratumumab',
    'Patient lehnt Velcade 1,1 mg/m² ab',
    'Inizialmente Velcade 1,1 mg/mq, ora daratumumab',
    'Schema precedente: Velcade 1,1 mg/mq sc gg 1,4,8,11',
    'In assenza di risposta passare a Velcade 1,1 mg/mq settimanale',
    'Paciente recusa Velcade 1,1 mg/m²',
    'Se não responder, trocar para Velcade 1,1 mg/m² semanal',
    'Tot maart onder Velcade 1,1 mg/m2',
    'Bij onvoldoende respons overstappen op Velcade 1,1 mg/m2 wekelijks',
    'Patienten afslår Velcade 1,1 mg/m2',
    'Indtil marts i Velcade 1,1 mg/m2',
  ],
  'a dose with route and time that is told': [
    'Warning: Velcade 1.1 mg/m2 ordered IV - protocol says SC',
    'Gr 2 PN - Velcade 1 mg/m2 SC; Gr 3 PN - hold',
    'Strong CYP3A4 inhibitors with Velcade 1.1 mg/m2 SC weekly: watch for neuropathy',
    'Adverse events with Velcade 1.1 mg/m2 SC twice weekly were mostly grade 1-2',
    'On Velcade 1.1 mg/m2 SC weekly from 2017 to 2019',
    'Velcade 1.1 mg/m2 SC weekly (2018), lenalidomide (2020)',
    'Velcade 1.1 mg/m2 SC weekly: stopped 2020, PD',
    '1st line: Velcade 1.1 mg/m2 SC weekly + dex (2017-18), CR',
    'Had 6 cycles of SC Velcade weekly',
    'treated elsewhere with Velcade 1.1 mg/m2 SC weekly',
    'MM s/p VRd induction 2020 incl. Velcade 1.1 mg/m2',
    'Hives after Velcade 1.1 mg/m2 SC',
    'Urticaria tras Velcade 1,1 mg/m2 SC',
    'Urticaire après Velcade 1,1 mg/m² SC',
    'Urtikaria nach Velcade 1,1 mg/m² s.c.',
    'Orticaria dopo Velcade 1,1 mg/mq sc',
  ],
  'studies and bills': [
    'Efficacy of bortezomib 1.1 mg/m2 versus 0.9 mg/m2',
    'Bortezomib wastage 1.1 mg',
    'Bortezomib is only to be given subcutaneously or intravenously',
    'Phase II trial of weekly bortezomib 1.6 mg/m2 in relapsed myeloma',
    'Median time to neuropathy with bortezomib 1.1 mg/m2 was 4 months',
    'Bortezomib 1.1 mg/m2 IV: grade 2 neuropathy in 41%',
    'J9041 Injection, bortezomib, 0.1 mg',
  ],
};

for (const [group, lines] of Object.entries(TOLD)) {
  describe(group, () => {
    it.each(lines)('is no order: %s', (text) => {
      const read = parseOrderText(text);
      expect(read.kind).not.toBe('order');
      expect([read.dosePerBsa, read.doseMg, read.route, read.days, read.frequency]).toEqual([
        null,
        null,
        null,
        null,
        null,
      ]);
    });
  });
}

const SC = { route: 'SC' };
const TWICE = { days: [1, 4, 8, 11], frequency: 'twice-weekly' };

describe('orders worded like them', () => {
  const FIELDS = [
    'dosePerBsa',
    'doseMg',
    'route',
    'days',
    'cycleLengthDays',
    'frequency',
    'status',
    'cycle',
    'cycleDay',
  ] as const;
  it.each([
    ['bortezomib 1.1 mg/m2 SC (started 3 Jan 2024)', { dosePerBsa: 1.1, ...SC, status: 'active' }],
    ['bortezomib 1.1 mg/m2 SC weekly, reduced from 1.3 mg/m2', { dosePerBsa: 1.1, ...SC, frequency: 'weekly' }],
    ['Velcade reduced to 1 mg/m2 SC weekly', { dosePerBsa: 1, ...SC, frequency: 'weekly' }],
    [
      'Planned: Velcade 1.1 mg/m2 SC C4D1 on 12 May',
      { dosePerBsa: 1.1, ...SC, status: 'planned', cycle: 4, cycleDay: 1 },
    ],
    ['Velcade 1.1 mg/m2 SC D1, 12 May 2024', { dosePerBsa: 1.1, ...SC }],
    ['Velcade 1.1 mg/m2 SC on days 4, 8 and 11 May', { dosePerBsa: 1.1, ...SC }],
    ['No change: Velcade 1.1 mg/m2 SC', { dosePerBsa: 1.1, ...SC }],
    ['Velcade 1.1 mg/m2 SC. Call if plt < 30', { dosePerBsa: 1.1, ...SC }],
    ['Velcade 1.1 mg/m2 SC days 1, 4, 8, 11 until progression or intolerance', { dosePerBsa: 1.1, ...SC, ...TWICE }],
    ['Velcade 1.1 mg/m2 for relapsed myeloma', { dosePerBsa: 1.1 }],
    ['J9041 Velcade 1.1 mg/m2 IV days 1 4 8 11', { dosePerBsa: 1.1, route: 'IV', ...TWICE }],
    ['Si riduce Velcade a 1 mg/mq sc settimanale', { dosePerBsa: 1, ...SC, frequency: 'weekly' }],
  ])('%s', (text, says) => {
    const read = parseOrderText(text);
    expect(read.kind).toBe('order');
    expect(
      Object.fromEntries(FIELDS.map((field) => [field, read[field]]).filter(([, value]) => value !== null)),
    ).toEqual(says);
  });
});

describe('units and schedules', () => {
  it.each([
    ['1,1 mg Velcade / m2 KOF i.v. Tag 1, 4, 8, 11', { dosePerBsa: 1.1, route: 'IV', ...TWICE }],
    ['VELCADE 1.1 mg/m\n2 IV on days 1, 4, 8 & 11', { dosePerBsa: 1.1, route: 'IV', ...TWICE }],
    ['Velcade 1.1 mg/m2 SC (cum. dose 20.8 mg/m2)', { dosePerBsa: 1.1, ...SC }],
    ['Velcade 1.8 mg (1 mg/m2) SC instead of 2.3 mg (1.3 mg/m2)', { dosePerBsa: 1, doseMg: 1.8, ...SC }],
    ['Velcade 1 mg/m2 weekly SC (from 1.3 mg/m2 twice weekly)', { dosePerBsa: 1, ...SC, frequency: 'weekly' }],
    [
      'Velcade 1,1 mg/m² s.c. an Tag 1, 8, 15 u. 22',
      { dosePerBsa: 1.1, ...SC, days: [1, 8, 15, 22], frequency: 'weekly' },
    ],
    ['Velcade 1.1 mg/m2 SC d1,8,15 (omit d22)', { dosePerBsa: 1.1, ...SC, days: [1, 8, 15], frequency: 'weekly' }],
    ['C2: Velcade 1.1 mg/m2 SC, D8 held for plt 18', { dosePerBsa: 1.1, ...SC }],
    ['[COMPLETED] Velcade 1.1 mg/m2 SC', { dosePerBsa: 1.1, ...SC }],
    ['Velcade 1.1 mg/m2 x 0.75 SC', SC],
    ['Velcade 1.1 mg/m2 half dose SC', SC],
    ['Velcade 1,1 mg/m² s.c., halbe Dosis', SC],
    ['Rituximab weekly Cycles 1-2, Q2W Cycles 3-6 + Velcade 1.1 mg/m² SC', { dosePerBsa: 1.1, ...SC }],
    [
      'Velcade 1.1 mg/m2 SC d1,4,8,11 then 10 d rest (21 d cycle)',
      { dosePerBsa: 1.1, ...SC, ...TWICE, cycleLengthDays: 21 },
    ],
    ['Velcade 1.1 mg/m2 SC days 1,4,8,11 (dose may be reduced to 0.9 mg/m2)', { dosePerBsa: 1.1, ...SC, ...TWICE }],
    ['Velcade 1.1 mg/m2 SC 3-weekly', { dosePerBsa: 1.1, ...SC, cycleLengthDays: 21 }],
    ['Velcade 1.1 mg/m2 SC 4 weekly', { dosePerBsa: 1.1, ...SC, cycleLengthDays: 28 }],
    ['Velcade 1.1 mg/m2 SC 2-weekly', { dosePerBsa: 1.1, ...SC }],
    ['Velcade 1.1 mg/m2 SC on Days #1, #4, #8, #11', { dosePerBsa: 1.1, ...SC, ...TWICE }],
    ['1) VELCADE 1.1 MG/M2 SC D1,4,8,11 2) DEXA 20 MG PO', { dosePerBsa: 1.1, ...SC, ...TWICE }],
    ['PS-341 1.1 mg/m2 SC', { dosePerBsa: 1.1, ...SC }],
    ['Velcade 1 mg/m2 (i.p.v. 1,3 mg/m2) sc', { dosePerBsa: 1, ...SC }],
    ['1.1 mg of bortezomib per m² SC', { dosePerBsa: 1.1, ...SC }],
    ['bortezomib 1.1 mg/(m^2) SC', { dosePerBsa: 1.1, ...SC }],
    ['bortezomib 1.1 [mg/m2] SC', { dosePerBsa: 1.1, ...SC }],
    ['velcade1.1mg/m2sc', { dosePerBsa: 1.1, ...SC }],
    ['bortez 1.1 mg/m2 sc', { dosePerBsa: 1.1, ...SC }],
    ['Velcade 1,1 mg/m² SC J1 J4 J8 J11 J1=J22', { dosePerBsa: 1.1, ...SC, ...TWICE, cycleLengthDays: 21 }],
    ['Velcade 1,1 mg/m2 SC D1,4,8,11 21/21 dias', { dosePerBsa: 1.1, ...SC, ...TWICE, cycleLengthDays: 21 }],
    ['Velcade 1,1 mg/m2 sc de 15/15 dias', { dosePerBsa: 1.1, ...SC, frequency: 'every-2-weeks' }],
    [
      'name: Velcade\ndose: 1.1 mg/m2\nroute: SC\ndays: [1, 4, 8, 11]\ncycle_length_days: 21',
      { dosePerBsa: 1.1, ...SC, ...TWICE, cycleLengthDays: 21 },
    ],
  ])('%s', (text, says) => {
    const read = parseOrderText(text);
    const said = (['dosePerBsa', 'doseMg', 'route', 'days', 'cycleLengthDays', 'frequency'] as const).map(
      (field) => [field, read[field]] as const,
    );
    expect(Object.fromEntries(said.filter(([, value]) => value !== null))).toEqual(says);
  });
});

describe('regimens', () => {
  it.each([
    ['VD/VRd: Velcade 1.1 mg/m2 SC', null],
    ['MPV: Velcade 1.1 mg/m2 SC', 'VMP'],
    ['VTD-kuur: Velcade 1,1 mg/m2 sc', 'VTd'],
  ])('%s', (text, regimen) => {
    expect(parseOrderText(text).regimen).toBe(regimen);
  });
});

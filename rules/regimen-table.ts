/**
 * The regimen table: data only, one record a regimen. Marks stand with each schedule, because one regimen
 * is often known from several documents. A schedule without a document that was opened is 'unverified'.
 */
import type { BortezomibSchedule, Regimen } from './regimens.ts';
import type { SourceId, Verification } from './sources.ts';

type Mark = readonly [source: SourceId, verification: Verification];
const LABEL: Mark = ['us-pi-label', 'primary'];
const SMPC: Mark = ['eu-smpc', 'primary'];
const HEMONC: Mark = ['hemonc', 'secondary'];
const CEPHEUS: Mark = ['cepheus', 'secondary'];
const NOT_OPENED: Mark = ['general-knowledge', 'unverified'];

const TWICE_WEEKLY = [1, 4, 8, 11] as const;
const WEEKLY_4 = [1, 8, 15, 22] as const;
const WEEKLY_3 = [1, 8, 15] as const;
const VMP_INTENSIVE = [1, 4, 8, 11, 22, 25, 29, 32] as const;
const VMP_WEEKLY = [1, 8, 22, 29] as const;

function on(
  days: readonly number[],
  cycleLengthDays: number,
  [source, verification]: Mark,
  more: Partial<Pick<BortezomibSchedule, 'cycles' | 'dosePerBsa' | 'note'>> = {},
): BortezomibSchedule {
  return { days, cycleLengthDays, source, verification, ...more };
}

type Written = Pick<Regimen, 'name' | 'components' | 'schedules'> & Partial<Regimen>;
function regimen(written: Written): Regimen {
  return {
    ambiguousSynonyms: [],
    dosePerBsa: 1.3,
    neurotoxicPartners: [],
    minorNeurotoxicPartners: [],
    ...written,
    synonyms: [written.name, ...(written.synonyms ?? [])],
  };
}

const DEX = 'dexamethasone';
const LEN = 'lenalidomide';

export const REGIMENS: readonly Regimen[] = [
  regimen({
    name: 'bortezomib single agent',
    synonyms: ['bortezomib monotherapy', 'single-agent bortezomib', 'Velcade monotherapy'],
    components: ['bortezomib'],
    schedules: [
      on(TWICE_WEEKLY, 21, LABEL),
      on(WEEKLY_4, 35, LABEL, { cycles: [9], note: 'extension after 8 cycles, US label only' }),
    ],
  }),
  regimen({
    name: 'bortezomib maintenance',
    synonyms: ['BORT(MNT)', 'bortezomib consolidation/maintenance'],
    components: ['bortezomib'],
    variantOf: 'bortezomib single agent',
    schedules: [on([1, 15], 28, HEMONC)],
  }),
  regimen({
    name: 'Vd',
    synonyms: ['BorDex', 'Bor-Dex', 'Vel-Dex', 'VelDex', 'Velcade-Dex', 'bortezomib-dexamethasone'],
    ambiguousSynonyms: ['BD'],
    components: ['bortezomib', DEX],
    schedules: [on(TWICE_WEEKLY, 21, SMPC), on(TWICE_WEEKLY, 28, HEMONC), on(WEEKLY_4, 35, HEMONC)],
  }),
  regimen({
    name: 'VMP',
    synonyms: ['MPV', 'MPB', 'VMP/BMP'],
    ambiguousSynonyms: ['BMP'],
    components: ['bortezomib', 'melphalan', 'prednisone'],
    schedules: [
      on(VMP_INTENSIVE, 42, SMPC, { cycles: [1, 4] }),
      on(VMP_WEEKLY, 42, SMPC, { cycles: [5, 9], note: 'the scheduled step to weekly is not a toxicity reduction' }),
      on(WEEKLY_4, 35, HEMONC, { note: 'weekly variant' }),
    ],
  }),
  regimen({
    name: 'D-VMP',
    synonyms: ['DVMP', 'Dara-VMP', 'D-MPV'],
    components: ['daratumumab', 'bortezomib', 'melphalan', 'prednisone'],
    schedules: [
      on(VMP_INTENSIVE, 42, ['alcyone-registry', 'primary'], { cycles: [1, 1] }),
      on(VMP_WEEKLY, 42, ['alcyone-registry', 'primary'], { cycles: [2, 9] }),
    ],
  }),
  regimen({
    name: 'VTd',
    synonyms: ['BTD', 'TVD', 'VTD', 'Vel-Thal-Dex', 'VelThalDex', 'bortezomib-thalidomide-dexamethasone'],
    components: ['bortezomib', 'thalidomide', DEX],
    neurotoxicPartners: ['thalidomide'],
    schedules: [on(TWICE_WEEKLY, 28, SMPC), on(TWICE_WEEKLY, 21, HEMONC)],
  }),
  regimen({
    name: 'D-VTd',
    synonyms: ['DVTd', 'Dara-VTd', 'DaraVTd'],
    components: ['daratumumab', 'bortezomib', 'thalidomide', DEX],
    neurotoxicPartners: ['thalidomide'],
    schedules: [on(TWICE_WEEKLY, 28, NOT_OPENED)],
  }),
  regimen({
    name: 'VTD-PACE',
    synonyms: ['Vd-T-PACE', 'V-DT-PACE', 'VDT-PACE'],
    components: ['bortezomib', 'thalidomide', DEX, 'cisplatin', 'doxorubicin', 'cyclophosphamide', 'etoposide'],
    dosePerBsa: 1,
    neurotoxicPartners: ['thalidomide', 'cisplatin'],
    schedules: [on(TWICE_WEEKLY, 28, NOT_OPENED, { note: 'cycle length varies by centre' })],
  }),
  regimen({
    name: 'Bor-PLD',
    synonyms: ['Bor + PLD', 'bortezomib-PLD', 'Vel-Doxil', 'V-PLD', 'bortezomib + pegylated liposomal doxorubicin'],
    components: ['bortezomib', 'pegylated liposomal doxorubicin'],
    schedules: [on(TWICE_WEEKLY, 21, SMPC)],
  }),
  regimen({
    name: 'VRd',
    synonyms: ['RVd', 'BLd', 'Bor-Len-Dex', 'Vel-Rev-Dex', 'VLd', 'bortezomib-lenalidomide-dexamethasone'],
    components: ['bortezomib', LEN, DEX],
    minorNeurotoxicPartners: [LEN],
    schedules: [
      on(TWICE_WEEKLY, 21, CEPHEUS),
      on(TWICE_WEEKLY, 28, HEMONC),
      on(WEEKLY_3, 21, ['nccp-00416', 'primary'], { note: 'weekly variant' }),
      on([1, 8], 21, HEMONC, { cycles: [9] }),
      on(WEEKLY_4, 28, HEMONC, { note: 'weekly variant' }),
    ],
  }),
  regimen({
    name: 'VRd-lite',
    synonyms: ['RVd-lite', 'modified RVd', 'modified VRd'],
    components: ['bortezomib', LEN, DEX],
    variantOf: 'VRd',
    minorNeurotoxicPartners: [LEN],
    schedules: [on(WEEKLY_4, 35, NOT_OPENED)],
  }),
  regimen({
    name: 'D-VRd',
    synonyms: ['DVRd', 'D-RVd', 'DRVd', 'Dara-VRd', 'Dara-RVd', 'DaraVRd', 'DaraRVd'],
    components: ['daratumumab', 'bortezomib', LEN, DEX],
    minorNeurotoxicPartners: [LEN],
    schedules: [on(TWICE_WEEKLY, 21, CEPHEUS), on(TWICE_WEEKLY, 28, NOT_OPENED, { note: 'PERSEUS' })],
  }),
  regimen({
    name: 'Isa-VRd',
    synonyms: ['Isa-RVd', 'IsaVRd', 'IsaRVd'],
    components: ['isatuximab', 'bortezomib', LEN, DEX],
    minorNeurotoxicPartners: [LEN],
    schedules: [on(VMP_INTENSIVE, 42, ['rx-imroz', 'secondary'], { cycles: [1, 4] })],
  }),
  regimen({
    name: 'CVRd',
    synonyms: ['VRd + cyclophosphamide', 'CyBorLenDex', 'VDCR', 'D-CVRd', 'CVRDd'],
    components: ['cyclophosphamide', 'bortezomib', LEN, DEX],
    minorNeurotoxicPartners: [LEN],
    schedules: [
      on(TWICE_WEEKLY, 21, ['muk-nine', 'primary']),
      on(WEEKLY_4, 28, ['muk-nine', 'primary'], { note: 'consolidation' }),
      on(WEEKLY_3, 28, ['muk-nine', 'primary'], { note: 'later consolidation' }),
    ],
  }),
  regimen({
    name: 'CyBorD',
    synonyms: ['VCd', 'VCD', 'CyBor-D', 'CYBORP', 'Cy-Bor-D', 'VelCyDex', 'bortezomib-cyclophosphamide-dexamethasone'],
    ambiguousSynonyms: ['CVD', 'VDC', 'BCD', 'CBD'],
    components: ['cyclophosphamide', 'bortezomib', DEX],
    schedules: [
      on(TWICE_WEEKLY, 21, HEMONC),
      on(TWICE_WEEKLY, 28, HEMONC),
      on(WEEKLY_4, 28, HEMONC),
      on(WEEKLY_4, 28, NOT_OPENED, { dosePerBsa: 1.5, note: 'weekly variant that starts at 1.5 mg/m²' }),
      on(WEEKLY_4, 35, HEMONC),
    ],
  }),
  regimen({
    name: 'low-dose CVD (AL)',
    synonyms: ['low-dose CVD', 'low dose CVD', 'AL CVD'],
    components: ['cyclophosphamide', 'bortezomib', DEX],
    variantOf: 'CyBorD',
    dosePerBsa: 1,
    schedules: [
      on(WEEKLY_4, 35, ['uk-nac-al', 'primary'], { note: 'intravenous when the abdominal wall is oedematous' }),
    ],
    note: 'In AL amyloidosis the disease itself causes neuropathy.',
  }),
  regimen({
    name: 'D-CyBorD',
    synonyms: ['Dara-CyBorD', 'D-VCd', 'Dara-VCd', 'DaraCyBorD', 'DVCd'],
    components: ['daratumumab', 'cyclophosphamide', 'bortezomib', DEX],
    schedules: [on(WEEKLY_4, 28, HEMONC)],
    note: 'Used in AL amyloidosis, where the disease itself causes neuropathy.',
  }),
  regimen({
    name: 'DVd',
    synonyms: ['D-Vd', 'Dara-Vd', 'DaraVd', 'DBd', 'daratumumab-bortezomib-dexamethasone'],
    components: ['daratumumab', 'bortezomib', DEX],
    schedules: [on(TWICE_WEEKLY, 21, NOT_OPENED), on(TWICE_WEEKLY, 28, HEMONC)],
  }),
  regimen({
    name: 'SVd',
    synonyms: ['XVd', 'Sel-Vd', 'selinexor-bortezomib-dexamethasone'],
    components: ['selinexor', 'bortezomib', DEX],
    schedules: [on(WEEKLY_4, 35, ['xpovio-label', 'primary'])],
  }),
  regimen({
    name: 'PVd',
    synonyms: ['VPd', 'Pom-Vd', 'PomBorDex', 'pomalidomide-bortezomib-dexamethasone'],
    components: ['pomalidomide', 'bortezomib', DEX],
    minorNeurotoxicPartners: ['pomalidomide'],
    schedules: [on(TWICE_WEEKLY, 21, HEMONC, { cycles: [1, 8] }), on([1, 8], 21, HEMONC, { cycles: [9] })],
  }),
  regimen({
    name: 'PAD',
    synonyms: ['BDD', 'P.A.D.', 'bortezomib-doxorubicin-dexamethasone'],
    components: ['bortezomib', 'doxorubicin', DEX],
    schedules: [on(TWICE_WEEKLY, 21, ['nhs-pad-2016', 'primary']), on(TWICE_WEEKLY, 28, HEMONC)],
  }),
  regimen({
    name: 'VR-CAP',
    synonyms: ['BR-CAP', 'VcR-CAP', 'BzR-CAP', 'BoR-CAP', 'BpR-CAP'],
    components: ['bortezomib', 'rituximab', 'cyclophosphamide', 'doxorubicin', 'prednisone'],
    schedules: [on(TWICE_WEEKLY, 21, LABEL)],
    note: 'Contains no vincristine: bortezomib replaces it.',
  }),
  regimen({
    name: 'Pano-Vd',
    synonyms: ['PanoVd', 'panobinostat-Vd', 'FVd', 'panobinostat-bortezomib-dexamethasone'],
    components: ['panobinostat', 'bortezomib', DEX],
    schedules: [on(TWICE_WEEKLY, 21, HEMONC, { cycles: [1, 8] }), on([1, 8], 21, HEMONC, { cycles: [9] })],
  }),
  regimen({
    name: 'EVd',
    synonyms: ['Elo-Vd', 'EBd', 'elotuzumab-bortezomib-dexamethasone'],
    components: ['elotuzumab', 'bortezomib', DEX],
    schedules: [on(TWICE_WEEKLY, 21, HEMONC)],
  }),
  regimen({
    name: 'BVd',
    synonyms: ['Bela-Vd', 'belantamab-Vd', 'belantamab mafodotin-bortezomib-dexamethasone'],
    components: ['belantamab mafodotin', 'bortezomib', DEX],
    schedules: [on(TWICE_WEEKLY, 21, HEMONC)],
  }),
  regimen({
    name: 'Ven-Vd',
    synonyms: ['VenBd', 'venetoclax-bortezomib-dexamethasone'],
    components: ['venetoclax', 'bortezomib', DEX],
    schedules: [on(TWICE_WEEKLY, 21, NOT_OPENED)],
  }),
  regimen({
    name: 'Bor-bendamustine',
    synonyms: ['BBd', 'VBd', 'bortezomib-bendamustine-dexamethasone'],
    components: ['bendamustine', 'bortezomib', DEX],
    schedules: [on(TWICE_WEEKLY, 28, HEMONC)],
  }),
];

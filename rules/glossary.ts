/** A small glossary of the words that the panel and its sources use. Definitions only; what to do stands in the rules. */
import type { SourceId } from './sources.ts';

export interface Term {
  readonly id: string;
  readonly term: string;
  /** other names that a reader may type */
  readonly also: readonly string[];
  readonly definition: string;
  readonly source: SourceId;
}

const term = (
  id: string,
  name: string,
  also: readonly string[],
  definition: string,
  source: SourceId = 'general-knowledge',
): Term => ({ id, term: name, also, definition, source });

export const GLOSSARY: readonly Term[] = [
  term(
    'ctcae',
    'CTCAE',
    ['common terminology criteria for adverse events', 'NCI CTC', 'toxicity grade'],
    'Common Terminology Criteria for Adverse Events of the US National Cancer Institute: grades 0 to 5 of side effects. Versions differ; each grade here names its version.',
    'ctcae-5',
  ),
  term(
    'instrumental-adl',
    'instrumental activities of daily living',
    ['instrumental ADL', 'IADL'],
    'Preparing meals, shopping, using the telephone, managing money. Their limitation is grade 2 in CTCAE 4 and later.',
    'us-pi',
  ),
  term(
    'self-care-adl',
    'self-care activities of daily living',
    ['self-care ADL', 'basic ADL'],
    'Bathing, dressing, feeding oneself, using the toilet, taking medicines, not being bedridden. Their limitation is grade 3 in CTCAE 4 and later.',
    'us-pi',
  ),
  term(
    'neuropathic-pain',
    'neuropathic pain',
    ['nerve pain', 'burning pain', 'allodynia'],
    'Pain from injured nerves: burning, shooting or electric, often with tingling or numbness, sometimes from a light touch.',
  ),
  term(
    'autonomic-neuropathy',
    'autonomic neuropathy',
    ['orthostatic hypotension', 'dysautonomia'],
    'Injury of the nerves to vessels and organs: fall of blood pressure on standing, constipation or ileus, urinary retention, disturbed sweating.',
  ),
  term(
    'bsa',
    'body surface area',
    ['BSA', 'Mosteller', 'm2'],
    'In m², here by the formula of Mosteller: the root of height in cm times weight in kg divided by 3,600. A dose per m² times this area is the dose in mg.',
    'mosteller-1987',
  ),
  term(
    'crcl',
    'creatinine clearance',
    ['CrCl', 'Cockcroft-Gault', 'renal function', 'kidney function', 'eGFR'],
    'Renal function in mL/min on which drug labels base their doses; calculated by Cockcroft and Gault from age, weight, sex and creatinine when it is not read.',
  ),
  term(
    'dose-ladder',
    'dose ladder',
    ['dose level', 'dose levels'],
    'The labelled levels of bortezomib in this content, highest first: 1.3, 1 and 0.7 mg/m². No output is ever above the order that was read.',
    'imwg-2012',
  ),
  term(
    'indicator',
    'indicator',
    ['info', 'warning', 'critical', 'card', 'CDS Hooks'],
    'How much a card matters, in the words of CDS Hooks: info, warning or critical. No card blocks anything.',
  ),
  term(
    'verification',
    'verification mark',
    ['primary', 'secondary', 'unverified', 'not checked', 'read in a copy'],
    'How far a statement was checked for this content: primary means read in the document itself, secondary read in a copy, unverified not opened. Unverified rows drive no headline.',
  ),
  term(
    'us-pi',
    'US prescribing information',
    ['USPI', 'US label', 'package insert', 'DailyMed', 'FDA label'],
    'The label of a medicine approved by the US Food and Drug Administration.',
  ),
  term(
    'smpc',
    'summary of product characteristics',
    ['SmPC', 'EU label', 'EMA'],
    'The label for professionals of a medicine in the European Union.',
  ),
  term(
    'imwg',
    'IMWG',
    ['International Myeloma Working Group'],
    'International Myeloma Working Group; its guideline on neuropathy is of 2012.',
    'imwg-2012',
  ),
  term(
    'asco',
    'ASCO',
    ['American Society of Clinical Oncology'],
    'American Society of Clinical Oncology; its guideline on chemotherapy-induced neuropathy is of 2020.',
    'asco-2020',
  ),
  term(
    'esmo',
    'ESMO',
    ['European Society for Medical Oncology', 'EONS', 'EANO'],
    'European Society for Medical Oncology; its neurotoxicity guideline is of 2020.',
    'esmo-2020',
  ),
  term(
    'vrd',
    'VRd, VTd, VMP, CyBorD, D-VRd',
    ['regimen', 'VCd', 'Vd', 'RVd', 'PAD'],
    'Names of regimens with bortezomib: V is bortezomib, R lenalidomide, T thalidomide, M melphalan, P prednisone, Cy or C cyclophosphamide, d or D dexamethasone (a D in front: daratumumab).',
    'hemonc',
  ),
  term(
    'cidp',
    'Guillain-Barré syndrome and CIDP',
    ['GBS', 'immune-mediated neuropathy', 'CIDP', 'chronic inflammatory demyelinating polyneuropathy'],
    'Immune-mediated neuropathies with weakness: Guillain-Barré syndrome reaches its peak within 4 weeks, CIDP goes on beyond 8 weeks.',
    'gbs-cidp-review',
  ),
  term(
    'decision-table',
    'decision table',
    ['row', 'DMN', 'matched row', 'rule'],
    'The table of one source: every combination of grade, pain, severe autonomic neuropathy and treatment phase matches exactly one row. The row that matched is named on the card.',
  ),
];

/** The allergy list: what rules out bortezomib itself, and what speaks against a drug for pain. */
import type { CaseFacts } from './case-facts.ts';
import type { Condition } from './conditions.ts';
import { recognise } from './medications.ts';
import { type Basis, cardWith, cite, notApplicable, notEvaluated, type Outcome } from './outcome.ts';
import { listText } from './quantity-text.ts';

/** 'No known drug allergies', 'NKDA', 'none' name nothing. */
const NOTHING_KNOWN = /^\W*(no|nil|none|nkda|nka|denies|denied|not|unknown)\b/iu;

/** An entry of the allergy list, and the drugs that it names. */
export interface ReadAllergy {
  readonly entry: string;
  readonly drugs: readonly string[];
}

/** Entries that name something, each looked through once. */
export function readAllergies(entries: readonly string[]): ReadAllergy[] {
  return entries
    .filter((entry) => !NOTHING_KNOWN.test(entry))
    .map((entry) => ({ entry, drugs: recognise([entry]).map(({ drug }) => drug.name) }));
}

/** The entry of the allergy list that names this drug, or undefined. */
export function allergyTo(name: string, { allergies }: CaseFacts): string | undefined {
  return allergies?.find(({ entry, drugs }) => drugs.includes(name) || entry.toLowerCase().includes(name))?.entry;
}

const INGREDIENTS: readonly (readonly [name: string, written: RegExp])[] = [
  ['bortezomib', /\b(bortezomib\w*|velcade|boruzu)\b/iu],
  ['boron', /\b(boron|boric|borates?|boronic|boro|bor)\b/iu],
  ['mannitol', /\b(man?nitol|mannitolo|mannite?)\b/iu],
];
const EU_CONDITIONS: readonly Condition[] = ['infiltrative-lung-disease', 'pericardial-disease'];

/** Contraindications of bortezomib: hypersensitivity (US 4, EU 4.3), and in the EU acute lung or pericardial disease. */
export function contraindicationCheck(facts: CaseFacts): Outcome {
  const rule = 'dose-check/contraindication';
  const allergies = facts.allergies?.map(({ entry }) => entry);
  const found = INGREDIENTS.flatMap(([name, written]) => {
    const entry = allergies?.find((each) => written.test(each));
    return entry === undefined ? [] : [{ name, entry }];
  });
  const ofEu = (facts.conditions ?? []).filter(({ condition }) => EU_CONDITIONS.includes(condition));
  const basis: Basis[] = [
    ...found.map(({ entry }) => ({ input: 'patient.allergies', value: entry })),
    ...ofEu.map(({ text }) => ({ input: 'patient.problems', value: text })),
  ];
  const sources = [cite('us-pi-label', '4'), cite('eu-smpc', '4.3')];
  if (found.length > 0) {
    return cardWith({
      rule,
      row: 'hypersensitivity',
      indicator: 'critical',
      summary: `Contraindicated: hypersensitivity to ${listText(found.map(({ name }) => name))} on the allergy list`,
      notes: [
        'Hypersensitivity to bortezomib, boron or mannitol (US), to bortezomib, boron or an excipient (EU).',
        'Mannitol is in the powder; the excipients of a ready-to-use product are in its own text.',
      ],
      basis,
      sources,
    });
  }
  if (ofEu.length > 0) {
    return cardWith({
      rule,
      row: 'lung-or-pericardium',
      indicator: 'warning',
      summary: 'Lung or pericardial disease on the problem list: while acute, a contraindication in the EU text',
      notes: [
        'EU: acute diffuse infiltrative lung disease and pericardial disease. The US section does not name them.',
      ],
      basis,
      sources,
    });
  }
  if (allergies === undefined) return notEvaluated(rule, ['patient.allergies']);
  return notApplicable(rule, 'The allergy list names neither bortezomib, boron nor mannitol.');
}

/**
 * What leaves the panel by the user's press (note, structured copy, sheet for the patient) and what a search can find,
 * as texts to read through: tests/rules/taken-away.txt and answers.txt. A change of any word shows there as a difference
 * to be reviewed; `vitest -u` writes it anew once it has been.
 */
import { expect, it } from 'vitest';
import { answers } from '../../rules/answers.ts';
import { cdsHooksText } from '../../rules/cds-hooks.ts';
import { type Choice, clinicalNote, optionsToChoose } from '../../rules/clinical-note.ts';
import { type ClinicalContext, CONTENT_HASH, evaluate } from '../../rules/index.ts';
import { handoutText, patientHandout } from '../../rules/patient-handout.ts';
import { contextOf } from './case-of.ts';

const CASES: readonly (readonly [string, ClinicalContext])[] = [
  ['nothing but the drug', contextOf({})],
  [
    'grade 2 with pain, all that a note can hold',
    contextOf({
      order: {
        dosePerBsa: 1.3,
        doseMg: 2.34,
        route: 'SC',
        days: [1, 4, 8, 11],
        frequency: 'twice-weekly',
        regimen: 'VRd',
        status: 'active',
      },
      assessment: {
        scale: 'CTCAE 5.0',
        sensoryGrade: 2,
        motorGrade: 1,
        autonomic: 'mild',
        pain: true,
        redFlags: ['foot-drop', 'saddle-numbness'],
      },
      patient: {
        bsaM2: 1.8,
        crClMlMin: 90,
        medications: ['vitamin C 1 g', 'tramadol'],
        problems: ['diabetes', 'Raynaud'],
      },
    }),
  ],
  [
    'grade 1 without pain, nothing present, no list',
    contextOf({
      order: { dosePerBsa: 1.3, frequency: 'twice-weekly' },
      assessment: { scale: 'NCI 2003', sensoryGrade: 1, pain: false, redFlags: [] },
    }),
  ],
  [
    'held, grade 3',
    contextOf({
      order: { dosePerBsa: 1, route: 'IV', frequency: 'weekly', status: 'held' },
      assessment: { sensoryGrade: 3, motorGrade: 3, pain: false, phase: 'held-not-recovered', redFlags: ['foot-drop'] },
    }),
  ],
  [
    'held and recovered, grade 1',
    contextOf({
      order: { dosePerBsa: 1.3, route: 'either', status: 'held' },
      assessment: { sensoryGrade: 1, pain: false, phase: 'held-recovered' },
    }),
  ],
  ['grade 4', contextOf({ order: { dosePerBsa: 0.7 }, assessment: { sensoryGrade: 4, pain: true } })],
  ['motor grade alone', contextOf({ assessment: { motorGrade: 2 } })],
];

/** Two are enough for the structured copy: its cards are those of every-outcome.txt. */
const WITH_COPY = ['nothing but the drug', 'grade 2 with pain, all that a note can hold'];

const choicesOf = (context: ClinicalContext): (readonly [string, Choice | null, string[]])[] =>
  [
    ['not chosen', null, []],
    ['no option, no reason', { kind: 'none', reason: ' ' }, []],
    ['no option, with a reason', { kind: 'none', reason: ' awaiting neurology ' }, ['the dose per m²']],
    ...optionsToChoose(evaluate(context)).map(
      (option) => [option.label, { kind: 'option', option }, ['route', 'weight']] as const,
    ),
  ] as (readonly [string, Choice | null, string[]])[];

function takenAway(): string {
  const parts = CASES.flatMap(([name, context]) => {
    const evaluation = evaluate(context);
    return [
      `######## ${name}`,
      ...choicesOf(context).map(
        ([choice, chosen, byHand]) =>
          `==== note: ${choice}\n${clinicalNote({ context, evaluation, choice: chosen, date: '22 November 2026', byHand })}`,
      ),
      ...(WITH_COPY.includes(name) ? [`==== structured copy\n${cdsHooksText(evaluation)}`] : []),
      ...(['en', 'es'] as const).map(
        (language) => `==== sheet, ${language}\n${handoutText(patientHandout(context, language))}`,
      ),
    ];
  });
  // the hash changes with every edit of the rules; that it is there is what counts
  return parts
    .join('\n')
    .replaceAll('\u00A0', ' ')
    .replaceAll(CONTENT_HASH, '<hash>')
    .replaceAll(CONTENT_HASH.slice(0, 12), '<hash>');
}

it('what is taken away is what was reviewed', async () => {
  await expect(takenAway()).toMatchFileSnapshot('./taken-away.txt');
});

it('what a search can find is what was reviewed', async () => {
  const text = answers()
    .map(({ id, kind, title, text: said, sources }) =>
      [
        `${id} (${kind}): ${title}`,
        ...said.split('\n').map((line) => `  ${line}`),
        `  [${sources.map(({ id: source, section, verification }) => [source, section, verification].filter((part) => part !== undefined).join(' ')).join('; ')}]`,
      ].join('\n'),
    )
    .join('\n');
  await expect(`${text.replaceAll('\u00A0', ' ')}\n`).toMatchFileSnapshot('./answers.txt');
});

import { type Phase, SCALES, type Scale } from '../../rules/clinical-context.ts';
import { GRADE_WORDINGS, INSTRUMENTAL_ACTIVITIES, SELF_CARE } from '../../rules/grading.ts';
import type { EnteredValues } from '../reading/entered-values.ts';
import { Choice } from './Choice.tsx';
import { GradingHelp } from './GradingHelp.tsx';
import { RedFlagChecklist } from './RedFlagChecklist.tsx';
import './Assessment.css';

export type GradeAnswer = 0 | 1 | 2 | 3 | 4;

/** What the clinician said; absent means not answered. */
export interface AssessmentAnswers {
  scale: Scale;
  /** peripheral sensory neuropathy */
  grade?: GradeAnswer;
  /** peripheral motor neuropathy */
  motorGrade?: GradeAnswer;
  pain?: boolean;
  autonomic?: 'none' | 'mild' | 'severe';
  phase?: Phase;
  /** ids of the red flags answered yes; an empty list means that all were denied */
  redFlags?: string[];
  /** values entered or corrected by hand */
  entered?: EnteredValues;
}

interface AssessmentProps {
  answers: AssessmentAnswers;
  onAnswer(answers: Partial<AssessmentAnswers>): void;
}

const MOTOR_GRADES = [0, 1, 2, 3, 4] as const;

const AUTONOMIC = [
  ['none', 'None'],
  ['mild', 'Mild'],
  ['severe', 'Severe'],
] as const;

const PHASES: readonly [Phase, string][] = [
  ['on-treatment', 'Being given'],
  ['held-not-recovered', 'On hold, not yet recovered'],
  ['held-recovered', 'On hold, recovered'],
];

/** The questions: grade in the chosen scale's wording, pain, and what changes the row. No answer is ever preset. */
export function Assessment({ answers, onAnswer }: AssessmentProps) {
  return (
    <section className="panel-section assessment" aria-label="Assessment">
      <h2>Assessment</h2>
      <fieldset>
        <legend>Sensory neuropathy grade</legend>
        <label className="scale-line">
          Scale
          <select
            value={answers.scale}
            onChange={(event) =>
              onAnswer({ scale: event.target.value as Scale, grade: undefined, motorGrade: undefined })
            }
          >
            {SCALES.map((name) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </select>
        </label>
        {gradesOf(answers.scale).map(({ grade, name, wording }) => (
          <Choice
            key={grade}
            name="grade"
            value={String(grade)}
            mark={String(grade)}
            checked={answers.grade === grade}
            onChoose={() => onAnswer({ grade })}
          >
            <strong>{name}</strong>
            {wording && <span className="wording">; {wording}</span>}
          </Choice>
        ))}
        <p className="small muted">Tingling or numbness that limits nothing is grade 1, never grade 0.</p>
        <GradingHelp key={answers.scale} scale={answers.scale} onUse={(grade) => onAnswer({ grade })} />
        <details className="small">
          <summary>What the activities of daily living are</summary>
          <p>
            <strong>Instrumental:</strong> {INSTRUMENTAL_ACTIVITIES}.
          </p>
          <p>
            <strong>Self-care:</strong> {SELF_CARE}.
          </p>
        </details>
      </fieldset>
      <fieldset>
        <legend>Neuropathic pain</legend>
        <div className="pair">
          <Choice name="pain" value="yes" checked={answers.pain === true} onChoose={() => onAnswer({ pain: true })}>
            Yes
          </Choice>
          <Choice name="pain" value="no" checked={answers.pain === false} onChoose={() => onAnswer({ pain: false })}>
            No
          </Choice>
        </div>
      </fieldset>
      <RedFlagChecklist chosen={answers.redFlags} onChange={(redFlags) => onAnswer({ redFlags })} />
      <details>
        <summary>Motor or autonomic neuropathy, treatment on hold</summary>
        <fieldset>
          <legend>Motor neuropathy grade, on the same scale</legend>
          <div className="row">
            {MOTOR_GRADES.map((grade) => (
              <Choice
                key={grade}
                name="motorGrade"
                value={String(grade)}
                checked={answers.motorGrade === grade}
                onChoose={() => onAnswer({ motorGrade: grade })}
              >
                {grade}
              </Choice>
            ))}
          </div>
        </fieldset>
        <fieldset className="stacked">
          <legend>Autonomic neuropathy</legend>
          {AUTONOMIC.map(([value, words]) => (
            <Choice
              key={value}
              name="autonomic"
              value={value}
              checked={answers.autonomic === value}
              onChoose={() => onAnswer({ autonomic: value })}
            >
              {words}
            </Choice>
          ))}
        </fieldset>
        <fieldset className="stacked">
          <legend>Bortezomib at the moment</legend>
          {PHASES.map(([value, words]) => (
            <Choice
              key={value}
              name="phase"
              value={value}
              checked={answers.phase === value}
              onChoose={() => onAnswer({ phase: value })}
            >
              {words}
            </Choice>
          ))}
        </fieldset>
      </details>
    </section>
  );
}

const NO_NEUROPATHY = { grade: 0, name: 'no neuropathy', wording: 'no tingling, numbness, pain or weakness' } as const;

/** The five grades in the words of one scale; the first words of each stand out. */
function gradesOf(scale: Scale) {
  const sensory = GRADE_WORDINGS.find((wording) => wording.scale === scale)?.sensory ?? [];
  const grades = sensory.map((text, index) => {
    const [name = text, ...rest] = text.split('; ');
    return { grade: (index + 1) as 1 | 2 | 3 | 4, name, wording: rest.join('; ') };
  });
  return [NO_NEUROPATHY, ...grades];
}

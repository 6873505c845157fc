import { type Phase, SCALES, type Scale } from '../../rules/clinical-context.ts';
import { GRADE_WORDINGS, INSTRUMENTAL_ACTIVITIES, SELF_CARE } from '../../rules/grading.ts';
import type { EnteredValues } from '../reading/entered-values.ts';
import { t } from '../words.ts';
import { Choice } from './Choice.tsx';
import { GradingHelp } from './GradingHelp.tsx';
import { AUTONOMIC, PAIN, PHASE } from './questions.ts';
import { RedFlagChecklist } from './RedFlagChecklist.tsx';
import { SmallQuestion } from './SmallQuestion.tsx';
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

/** The questions: grade in the chosen scale's wording, pain, and what changes the row. No answer is ever preset. */
export function Assessment({ answers, onAnswer }: AssessmentProps) {
  return (
    <section className="panel-section assessment" aria-label={t('assessment.title')}>
      <h2>{t('assessment.title')}</h2>
      <fieldset data-input="assessment.sensoryGrade" data-key="grade" aria-keyshortcuts="Alt+G">
        <legend>{t('assessment.sensory')}</legend>
        <label className="scale-line" data-input="assessment.scale">
          {t('assessment.scale')}
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
            {wording && <span className="wording">{t('assessment.wording', { text: wording })}</span>}
          </Choice>
        ))}
        <p className="small muted">{t('assessment.neverZero')}</p>
        <GradingHelp key={answers.scale} scale={answers.scale} onUse={(grade) => onAnswer({ grade })} />
        <details className="small">
          <summary>{t('assessment.activities')}</summary>
          <p>
            <strong>{t('assessment.instrumental')}</strong>{' '}
            {t('assessment.sentence', { text: INSTRUMENTAL_ACTIVITIES })}
          </p>
          <p>
            <strong>{t('assessment.selfCare')}</strong> {t('assessment.sentence', { text: SELF_CARE })}
          </p>
        </details>
      </fieldset>
      <SmallQuestion question={PAIN} answers={answers} onAnswer={onAnswer} />
      <RedFlagChecklist chosen={answers.redFlags} onChange={(redFlags) => onAnswer({ redFlags })} />
      <details>
        <summary>{t('assessment.more')}</summary>
        <fieldset data-input="assessment.motorGrade">
          <legend>{t('assessment.motor')}</legend>
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
        <SmallQuestion question={AUTONOMIC} answers={answers} onAnswer={onAnswer} />
        <SmallQuestion question={PHASE} answers={answers} onAnswer={onAnswer} />
      </details>
    </section>
  );
}

/** The five grades in the words of one scale; the first words of each stand out. */
function gradesOf(scale: Scale) {
  const sensory = GRADE_WORDINGS.find((wording) => wording.scale === scale)?.sensory ?? [];
  const grades = sensory.map((text, index) => {
    const [name = text, ...rest] = text.split('; ');
    return { grade: (index + 1) as 1 | 2 | 3 | 4, name, wording: rest.join('; ') };
  });
  const none = { grade: 0 as const, name: t('assessment.none'), wording: t('assessment.noneMeans') };
  return [none, ...grades];
}

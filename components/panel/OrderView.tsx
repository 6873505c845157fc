import type { Ignored, OrderReading, PageReading } from '../../content-scripts/page-reading.ts';
import type { ClinicalContext } from '../../rules/clinical-context.ts';
import type { Evaluation } from '../../rules/outcome.ts';
import type { Handout } from '../../rules/patient-handout.ts';
import type { Feature } from '../../settings/settings-in-use.ts';
import { Advice } from '../advice/Advice.tsx';
import { PharmacistCheck } from '../advice/PharmacistCheck.tsx';
import { SelfCareAndEscalation } from '../advice/SelfCareAndEscalation.tsx';
import { Assessment, type AssessmentAnswers } from '../assessment/Assessment.tsx';
import { enteredNames } from '../reading/entered-values.ts';
import type { PointAtPage } from '../reading/ReadingRow.tsx';
import { WhatWasRead } from '../reading/WhatWasRead.tsx';
import { Note } from '../take-away/Note.tsx';
import { TakeAway } from '../take-away/TakeAway.tsx';
import type { Role } from './RoleSwitch.tsx';

export interface OrderViewProps {
  page: PageReading;
  order: OrderReading;
  /** values that were read but refused, e.g. out of range */
  refused: Ignored[];
  /** something that the dose rests on is missing, so every value is shown at once */
  partlyRead: boolean;
  answers: AssessmentAnswers;
  evaluation: Evaluation;
  /** what the evaluation was made from */
  context: ClinicalContext;
  /** today, as it is to stand in the note */
  date: string;
  role: Role;
  /** parts that the organisation leaves out */
  featuresOff: readonly Feature[];
  onAnswer(answers: Partial<AssessmentAnswers>): void;
  /** Puts text on the clipboard; false where the browser refuses. */
  onCopy(text: string): Promise<boolean>;
  /** Shows the sheet for the patient in a tab, where it can be printed. */
  onPrintInTab(handout: Handout): void;
  pointAt: PointAtPage;
}

/** One order with its reading, the questions and the options, arranged for whoever looks at it. */
export function OrderView(props: OrderViewProps) {
  const { page, order, context, evaluation, answers, role, featuresOff } = props;
  const reading = (
    <WhatWasRead
      page={page}
      order={order}
      refused={props.refused}
      openValues={props.partlyRead}
      pointAt={props.pointAt}
      entered={answers.entered ?? {}}
      onEnter={(entered) => props.onAnswer({ entered })}
    />
  );
  return (
    <>
      {role !== 'nurse' && reading}
      {role === 'pharmacist' && (
        <PharmacistCheck order={order} patientLabel={page.patientLabel} evaluation={evaluation} />
      )}
      <Assessment answers={answers} onAnswer={props.onAnswer} />
      {role === 'nurse' && <SelfCareAndEscalation evaluation={evaluation} />}
      {role === 'nurse' && reading}
      <Advice
        evaluation={evaluation}
        orderedDose={context.order.dosePerBsa}
        answers={answers}
        onAnswer={props.onAnswer}
      />
      {answers.grade !== undefined && !featuresOff.includes('copy-note') && (
        <Note
          // Another answer is another decision: what was picked before does not carry over.
          key={`${order.id} ${JSON.stringify(answers)}`}
          context={context}
          evaluation={evaluation}
          patientLabel={page.patientLabel}
          date={props.date}
          byHand={enteredNames(answers.entered ?? {})}
          onCopy={props.onCopy}
        />
      )}
      {answers.grade !== undefined && (
        <TakeAway
          context={context}
          evaluation={evaluation}
          withHandout={!featuresOff.includes('patient-handout')}
          withStructuredCopy={!featuresOff.includes('copy-cds-hooks')}
          onCopy={props.onCopy}
          onPrintInTab={props.onPrintInTab}
        />
      )}
    </>
  );
}

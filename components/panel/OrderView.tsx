import type { OrderReading, PageReading } from '../../content-scripts/page-reading.ts';
import type { ClinicalContext } from '../../rules/clinical-context.ts';
import type { Evaluation } from '../../rules/outcome.ts';
import { Advice } from '../advice/Advice.tsx';
import { PharmacistCheck } from '../advice/PharmacistCheck.tsx';
import { SelfCareAndEscalation } from '../advice/SelfCareAndEscalation.tsx';
import { Assessment } from '../assessment/Assessment.tsx';
import { enteredNames } from '../reading/entered-values.ts';
import { WhatWasRead } from '../reading/WhatWasRead.tsx';
import { Note } from '../take-away/Note.tsx';
import { TakeAway } from '../take-away/TakeAway.tsx';
import type { PanelProps } from './panel-props.ts';

interface OrderViewProps extends PanelProps {
  page: PageReading;
  order: OrderReading;
  context: ClinicalContext;
  evaluation: Evaluation;
}

/** One order with its reading, the questions and the options, arranged for whoever looks at it. */
export function OrderView(props: OrderViewProps) {
  const { page, order, context, evaluation, answers, role } = props;
  const reading = (
    <WhatWasRead
      page={page}
      order={order}
      refused={props.refused}
      openValues={props.state === 'partly-read'}
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
      <Advice evaluation={evaluation} orderedDose={context.order.dosePerBsa} />
      {answers.grade !== undefined && (
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
        <TakeAway context={context} evaluation={evaluation} onCopy={props.onCopy} onPrintInTab={props.onPrintInTab} />
      )}
    </>
  );
}

import type { OrderReading, PageReading } from '../content-scripts/page-reading.ts';
import type { ClinicalContext } from '../rules/clinical-context.ts';
import type { Evaluation } from '../rules/outcome.ts';
import { Advice } from './Advice.tsx';
import { Assessment } from './Assessment.tsx';
import { enteredNames } from './entered-values.ts';
import { Note } from './Note.tsx';
import type { PanelProps } from './Panel.tsx';
import { PharmacistCheck } from './PharmacistCheck.tsx';
import { SelfCareAndEscalation } from './SelfCareAndEscalation.tsx';
import { TakeAway } from './TakeAway.tsx';
import { WhatWasRead } from './WhatWasRead.tsx';

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

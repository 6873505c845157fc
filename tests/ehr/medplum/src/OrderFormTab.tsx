/** The order as an editable form; submitting does nothing in the demo. */
import { Paper } from '@mantine/core';
import { QuestionnaireForm } from '@medplum/react';
import { useMemo } from 'react';
import type { TabProps } from './Chart.tsx';
import { orderFormOf } from './order-form.ts';

export function OrderFormTab({ patient }: TabProps) {
  const questionnaire = useMemo(() => orderFormOf(patient), [patient]);
  return (
    <Paper withBorder p="md">
      <QuestionnaireForm
        questionnaire={questionnaire}
        subject={{ reference: `Patient/${patient.id}` }}
        submitButtonText="Sign order"
      />
    </Paper>
  );
}

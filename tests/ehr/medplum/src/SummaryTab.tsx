/** Medplum's patient summary: demographics, allergies, problems, medications, vitals. */
import { Paper } from '@mantine/core';
import { PatientSummary } from '@medplum/react';
import type { TabProps } from './Chart.tsx';

export function SummaryTab({ patient }: TabProps) {
  return (
    <Paper withBorder>
      <PatientSummary patient={{ reference: `Patient/${patient.id}` }} />
    </Paper>
  );
}

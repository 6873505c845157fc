/** Laboratory reports, newest first, each with its date. */
import { Paper, Stack } from '@mantine/core';
import { DiagnosticReportDisplay, useSearchResources } from '@medplum/react';
import type { TabProps } from './Chart.tsx';

export function LabsTab({ patient }: TabProps) {
  const [reports] = useSearchResources('DiagnosticReport', { subject: `Patient/${patient.id}`, _sort: '-issued' });
  return (
    <Stack>
      {reports?.map((report) => (
        <Paper withBorder p="md" key={report.id}>
          <DiagnosticReportDisplay value={report} hideSubject />
        </Paper>
      ))}
    </Stack>
  );
}

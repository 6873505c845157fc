/** The antineoplastic orders in full, with the measurements that they are dosed on and the latest results. */
import { Group, Paper, Stack, Text, Title } from '@mantine/core';
import { formatDate, formatQuantity } from '@medplum/core';
import type { MedicationRequest } from '@medplum/fhirtypes';
import { ObservationTable, ResourceTable, StatusBadge, useSearchResources } from '@medplum/react';
import type { TabProps } from './Chart.tsx';

/** The order as the card shows it: without what the card's heading and the chart around it say already. */
const withoutBookkeeping = (order: MedicationRequest): MedicationRequest => ({
  ...order,
  id: undefined,
  category: undefined,
});

function DosingMeasurements({ patient }: TabProps) {
  const [vitals] = useSearchResources('Observation', {
    subject: `Patient/${patient.id}`,
    category: 'vital-signs',
    _sort: '_id',
  });
  return (
    <Paper withBorder p="sm">
      <Group gap="xl">
        {vitals?.map((vital) => (
          <div key={vital.id}>
            <Text size="xs" c="dimmed">
              {vital.code.text}
            </Text>
            <Text size="sm" fw={500}>
              {formatQuantity(vital.valueQuantity)}
            </Text>
          </div>
        ))}
        <div>
          <Text size="xs" c="dimmed">
            Measured
          </Text>
          <Text size="sm" fw={500}>
            {formatDate(vitals?.[0]?.effectiveDateTime)}
          </Text>
        </div>
      </Group>
    </Paper>
  );
}

export function OrderTab({ patient }: TabProps) {
  const [orders] = useSearchResources('MedicationRequest', {
    subject: `Patient/${patient.id}`,
    category: 'Antineoplastic',
    _sort: '-authoredon',
  });
  const [reports] = useSearchResources('DiagnosticReport', {
    subject: `Patient/${patient.id}`,
    _sort: '-issued',
    _count: 1,
  });
  return (
    <Stack gap="sm">
      <DosingMeasurements patient={patient} />
      {orders?.map((order) => (
        <Paper withBorder p="sm" key={order.id}>
          <Group gap="xs" mb="xs">
            <Title order={3}>Medication order</Title>
            <StatusBadge status={order.status} />
          </Group>
          <ResourceTable value={withoutBookkeeping(order)} ignoreMissingValues forceUseInput />
        </Paper>
      ))}
      {reports?.map((report) => (
        <Paper withBorder p="sm" key={report.id}>
          <Title order={3} mb="xs">
            Latest results, {formatDate(report.issued)}
          </Title>
          <ObservationTable value={report.result} />
        </Paper>
      ))}
    </Stack>
  );
}

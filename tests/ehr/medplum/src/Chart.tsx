/** One patient's chart: Medplum's banner, the tabs, and the tab's content. */
import { Box, Tabs } from '@mantine/core';
import { PatientHeader } from '@medplum/react';
import { Navigate, useNavigate, useParams } from 'react-router';
import { LabsTab } from './LabsTab.tsx';
import { MedicationsTab } from './MedicationsTab.tsx';
import { OrderFormTab } from './OrderFormTab.tsx';
import { OrderTab } from './OrderTab.tsx';
import { type DemoPatient, patients } from './patients.ts';
import { SummaryTab } from './SummaryTab.tsx';

const TABS = [
  { value: 'summary', label: 'Summary', Content: SummaryTab },
  { value: 'order', label: 'Order', Content: OrderTab },
  { value: 'medications', label: 'Medications', Content: MedicationsTab },
  { value: 'order-form', label: 'Order form', Content: OrderFormTab },
  { value: 'labs', label: 'Labs', Content: LabsTab },
];

/** What every tab is given. */
export interface TabProps {
  patient: DemoPatient;
}

export function Chart() {
  const { id, tab } = useParams();
  const navigate = useNavigate();
  const patient = patients.find((p) => p.id === id);
  const shown = TABS.find(({ value }) => value === tab);
  if (!patient || !shown) return <Navigate to="/" replace />;
  return (
    <Box key={patient.id}>
      <Box bg="white" px="xs">
        <PatientHeader patient={{ reference: `Patient/${patient.id}` }} />
      </Box>
      <Box bg="white">
        <Tabs value={shown.value} onChange={(value) => navigate(`/Patient/${patient.id}/${value}`)}>
          <Tabs.List px="xs">
            {TABS.map(({ value, label }) => (
              <Tabs.Tab key={value} value={value}>
                {label}
              </Tabs.Tab>
            ))}
          </Tabs.List>
        </Tabs>
      </Box>
      <Box p="md">
        <shown.Content patient={patient} />
      </Box>
    </Box>
  );
}

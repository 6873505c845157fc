/** The EHR's frame: patient list beside the chart of the chosen patient. Choosing another is client-side. */
import { AppShell, Badge, Group, NavLink, ScrollArea, Text } from '@mantine/core';
import { IconStethoscope } from '@tabler/icons-react';
import { Link, Navigate, Route, Routes, useParams } from 'react-router';
import { Chart } from './Chart.tsx';
import { patients } from './patients.ts';

function PatientList() {
  const current = useParams()['*']?.split('/')[0];
  return (
    <ScrollArea>
      <Text size="xs" c="dimmed" fw={600} tt="uppercase" px="sm" pt="sm" pb={4}>
        My patients
      </Text>
      {patients.map((p) => (
        <NavLink
          key={p.id}
          component={Link}
          to={`/Patient/${p.id}/order`}
          active={p.id === current}
          label={`${p.family}, ${p.given}`}
          description={p.mrn}
        />
      ))}
    </ScrollArea>
  );
}

export function App() {
  return (
    <AppShell header={{ height: 44 }} navbar={{ width: 190, breakpoint: 0 }} padding={0}>
      <AppShell.Header bg="blue.9">
        <Group h="100%" px="md" gap="xs" wrap="nowrap">
          <IconStethoscope size={20} color="white" aria-hidden />
          <Text c="white" fw={600}>
            Demo EHR
          </Text>
          <Badge variant="white" color="blue" size="sm" ml="auto" tt="none">
            Synthetic patients only
          </Badge>
        </Group>
      </AppShell.Header>
      <AppShell.Navbar>
        <Routes>
          <Route path="/Patient/*" element={<PatientList />} />
        </Routes>
      </AppShell.Navbar>
      <AppShell.Main bg="gray.0">
        <Routes>
          <Route path="/Patient/:id/:tab" element={<Chart />} />
          <Route path="*" element={<Navigate to="/Patient/demo-1/order" replace />} />
        </Routes>
      </AppShell.Main>
    </AppShell>
  );
}

/** The medication list: Medplum's search table over all orders, current and stopped. */
import { Paper } from '@mantine/core';
import { formatCodeableConcept, formatQuantity, Operator, type SearchRequest } from '@medplum/core';
import type { Dosage, Resource } from '@medplum/fhirtypes';
import { SearchControl } from '@medplum/react';
import { useState } from 'react';
import type { TabProps } from './Chart.tsx';

const dosageOf = (resource: Resource): Dosage | undefined =>
  resource.resourceType === 'MedicationRequest' ? resource.dosageInstruction?.[0] : undefined;

const DOSAGE_COLUMNS = [
  { name: 'Dose', renderCell: (r: Resource) => formatQuantity(dosageOf(r)?.doseAndRate?.[0]?.doseQuantity) },
  { name: 'Route', renderCell: (r: Resource) => formatCodeableConcept(dosageOf(r)?.route) },
  { name: 'Instructions', renderCell: (r: Resource) => dosageOf(r)?.text },
];

export function MedicationsTab({ patient }: TabProps) {
  const [search, setSearch] = useState<SearchRequest>({
    resourceType: 'MedicationRequest',
    fields: ['medication[x]', 'status', 'authoredOn'],
    filters: [{ code: 'subject', operator: Operator.EQUALS, value: `Patient/${patient.id}` }],
    sortRules: [{ code: 'authoredon', descending: true }],
  });
  return (
    <Paper withBorder p="xs">
      <SearchControl
        search={search}
        onChange={(e) => setSearch(e.definition)}
        additionalColumns={DOSAGE_COLUMNS}
        hideToolbar
        hideFilters
      />
    </Paper>
  );
}

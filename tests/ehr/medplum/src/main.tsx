/** Entry of the demo EHR: fills Medplum's mock FHIR server with the synthetic charts, then shows the app. */
import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import '@mantine/spotlight/styles.css';
import '@medplum/react/styles.css';
import resourceProfiles from 'fhir:profiles-resources';
import typeProfiles from 'fhir:profiles-types';
import searchParameters from 'fhir:search-parameters';
import { createTheme, MantineProvider } from '@mantine/core';
import { indexSearchParameterBundle, indexStructureDefinitionBundle } from '@medplum/core';
import { MockClient } from '@medplum/mock';
import { MedplumProvider } from '@medplum/react';
import { createRoot } from 'react-dom/client';
import { BrowserRouter, useNavigate } from 'react-router';
import { App } from './App.tsx';
import { resourcesOf } from './fhir-resources.ts';
import { patients } from './patients.ts';

indexStructureDefinitionBundle(typeProfiles);
indexStructureDefinitionBundle(resourceProfiles);
indexSearchParameterBundle(searchParameters);

const medplum = new MockClient({ baseUrl: `${location.origin}/`, seedDefaultData: false });

const theme = createTheme({
  fontSizes: { xs: '0.6875rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.125rem' },
  headings: { sizes: { h1: { fontSize: '1.25rem' }, h2: { fontSize: '1.0625rem' }, h3: { fontSize: '0.9375rem' } } },
});

function Root() {
  const navigate = useNavigate();
  return (
    <MedplumProvider medplum={medplum} navigate={(path: string) => navigate(path)}>
      <MantineProvider theme={theme}>
        <App />
      </MantineProvider>
    </MedplumProvider>
  );
}

async function start(container: HTMLElement) {
  // 'seeding' lets the charts carry their own dates of entry instead of the moment the page was opened
  await medplum.repo.withSeeding(async () => {
    for (const resource of patients.flatMap(resourcesOf)) await medplum.repo.createResource(resource);
  });
  createRoot(container).render(
    <BrowserRouter>
      <Root />
    </BrowserRouter>,
  );
}

const container = document.getElementById('root');
if (container) void start(container);

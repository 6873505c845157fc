import { afterEach, expect, test } from 'vitest';
import { OrganisationSettings } from '../../components/about/OrganisationSettings.tsx';
import { siteSettingsFrom } from '../../settings/site-settings.ts';
import { cleanup, render, screen, within } from './render.ts';

afterEach(cleanup);

const byOrganisation = { byOrganisation: true, readsWithoutClick: false };
const show = (delivered: Record<string, unknown>, installed = byOrganisation) =>
  render(<OrganisationSettings settings={siteSettingsFrom(delivered, installed)} />);

test('used keys with their values, refused ones with the reason', () => {
  show({ enabled: true, idleMinutes: 5, roleDefault: 'consultant' });
  const used = within(screen.getByRole('table', { name: 'Used' }));
  expect(used.getByRole('row', { name: /idleMinutes 5/ })).toBeTruthy();
  expect(used.queryByText('roleDefault')).toBeNull();
  const refused = within(screen.getByRole('table', { name: 'Refused' }));
  expect(refused.getByRole('row', { name: /roleDefault .*physician/ })).toBeTruthy();
  expect(screen.getByText('They are in use.')).toBeTruthy();
});

test.each([
  [{ enabled: false }, 'The sidebar is switched off.'],
  [{ hosts: 7 }, 'Advice is held.'],
  [{}, 'They have not arrived.'],
] as const)('%j: %s', (delivered, words) => {
  show(delivered);
  expect(screen.getByText(words)).toBeTruthy();
});

test('without an organisation there are none', () => {
  show({}, { byOrganisation: false, readsWithoutClick: false });
  expect(screen.getByText(/There are none/)).toBeTruthy();
  expect(screen.queryByRole('table')).toBeNull();
});

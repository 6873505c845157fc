/** Blood counts and visits beside an order have a frequency and days of their own. */
import { describe, expect, it } from 'vitest';
import { parseOrderText } from '../../../content-scripts/parse/index.ts';

const TASKS = [
  'CBC weekly',
  'weekly labs',
  'FBC twice weekly',
  'labs every 2 weeks',
  'next visit day 22',
  'follow up every 2 weeks',
  'hemograma semanal',
  'NFS hebdomadaire',
  'Blutbild wöchentlich',
  'emocromo settimanale',
  'retorno semanal',
  'bloedbeeld wekelijks',
  'blodprøver ugentligt',
];

describe('what is due beside the drug', () => {
  it.each(TASKS)('%s', (task) => {
    for (const link of ['; ', ', ', '\n', '. ']) {
      for (const text of [`Velcade 1.1 mg/m2 SC${link}${task}`, `${task}${link}Velcade 1.1 mg/m2 SC`]) {
        expect(parseOrderText(text), text).toMatchObject({ dosePerBsa: 1.1, route: 'SC', days: null, frequency: null });
      }
      const own = parseOrderText(`Velcade 1.1 mg/m2 SC D1,4,8,11${link}${task}`);
      expect(own).toMatchObject({ days: [1, 4, 8, 11], frequency: 'twice-weekly' });
    }
  });

  it('leaves the drug its own', () => {
    expect(parseOrderText('CBC today, Velcade 1.1 mg/m2 SC weekly').frequency).toBe('weekly');
    expect(parseOrderText('Velcade 1.1 mg/m2 SC weekly (CBC before each)').frequency).toBe('weekly');
    expect(parseOrderText("route: 'clinic visit (under the skin)', days: [1, 8], name: 'Velcade'").route).toBe('SC');
  });
});

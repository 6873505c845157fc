import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { withinLimits } from '../../content-scripts/limits.ts';
import { PageToPanel, ToPanel } from '../../content-scripts/message-schemas.ts';
import { isPanelToPage, isStart } from '../../content-scripts/messages.ts';
import { frameReading, from, orderReading, read } from '../entrypoints/frame-readings.ts';

const long = 'x'.repeat(5000);

describe('what a page sends', () => {
  test('a reading passes', () => {
    expect(
      PageToPanel.safeParse({ type: 'reading', reading: frameReading({ orders: [orderReading()] }) }).success,
    ).toBe(true);
  });

  test('a reading of an endless page keeps within what the panel accepts', () => {
    const reading = frameReading({
      orders: Array.from({ length: 80 }, (_, index) => orderReading({ id: `${index} ${long}`, text: long })),
      medications: Array.from({ length: 900 }, () => ({
        status: 'read',
        value: long,
        text: long,
        from: { ...from(long), label: long },
      })),
      ignored: [{ text: long, reason: long }],
      patientLabel: long,
      patientKey: long,
    });
    expect(PageToPanel.safeParse({ type: 'reading', reading }).success).toBe(false);
    expect(PageToPanel.safeParse({ type: 'reading', reading: withinLimits(reading) }).success).toBe(true);
  });

  test('what is within the limits is not touched', () => {
    const reading = frameReading({ orders: [orderReading()], medications: [read('lenalidomide')] });
    expect(withinLimits(reading)).toEqual(reading);
  });

  test('a forged field, another type or a missing part refuses the whole', () => {
    const reading = frameReading();
    for (const forged of [
      { type: 'reading', reading: { ...reading, html: '<img>' } },
      { type: 'reading', reading: { ...reading, orders: 'many' } },
      { type: 'reading', reading: { ...reading, patientKey: undefined } },
      {
        type: 'reading',
        reading: { ...reading, orders: [{ ...orderReading(), dosePerBsa: { status: 'read', value: '1.3' } }] },
      },
      { type: 'changing', reason: 'because', at: 1 },
      { type: 'evaluate', code: 'alert(1)' },
    ]) {
      expect(PageToPanel.safeParse(forged).success, JSON.stringify(forged).slice(0, 80)).toBe(false);
    }
  });
});

test('no message of any shape makes a guard or a schema throw', () => {
  fc.assert(
    fc.property(fc.anything(), (message) => {
      isStart(message);
      isPanelToPage(message);
      PageToPanel.safeParse(message);
      ToPanel.safeParse(message);
    }),
  );
});

test('only the messages of the protocol reach the page', () => {
  expect(isPanelToPage({ type: 'outline', locator: 'a' })).toBe(true);
  expect(isPanelToPage({ type: 'outline', locator: null })).toBe(true);
  expect(isPanelToPage({ type: 'scroll-to', locator: null })).toBe(false);
  expect(isPanelToPage({ type: 'run', code: '' })).toBe(false);
  expect(isStart({ type: 'start' })).toBe(false);
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listText, numberText, perBsaText, percentText, quantity } from '../../rules/quantity-text.ts';

describe('numbers in clinical text', () => {
  it.each([
    [1, '1'],
    [1.3, '1.3'],
    [0.7, '0.7'],
    [0.065, '0.07'],
    [10, '10'],
    [100, '100'],
    [2400, '2,400'],
    [0.999, '1'],
    [-23.1, '−23.1'],
    [-0.001, '0'],
  ])('%d is %s', (value, text) => {
    expect(numberText(value)).toBe(text);
  });
  it('has a leading zero, no trailing zero and reads back as the number', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000_000 }), (hundredths) => {
        const text = numberText(hundredths / 100);
        expect(text).toMatch(/^\d{1,3}(,\d{3})*(\.\d*[1-9])?$/u);
        expect(text).not.toMatch(/^0\d/u);
        expect(Number(text.replaceAll(',', ''))).toBe(hundredths / 100);
      }),
    );
  });
  it('keeps number and unit on one line', () => {
    expect(quantity(1.79, 'mg')).toBe('1.79\u00A0mg');
    expect(perBsaText(1)).toBe('1\u00A0mg/m²');
    expect(percentText(-23.1)).toBe('23.1\u00A0%');
  });
  it('lists with commas and a last word', () => {
    expect(listText([])).toBe('');
    expect(listText(['a'])).toBe('a');
    expect(listText(['a', 'b', 'c'], 'or')).toBe('a, b or c');
  });
});

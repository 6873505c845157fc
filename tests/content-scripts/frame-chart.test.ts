/** Whose chart a frame shows where banner and address say it at different times: pure, with times made up. */
import { describe, expect, test } from 'vitest';
import {
  afterChange,
  afterReading,
  excludedAtAll,
  excludedHere,
  type FrameChart,
  newFrameChart,
} from '../../content-scripts/qualify/frame-chart.ts';
import { ALWAYS, isUsable } from '../../content-scripts/qualify/whose-chart.ts';

/** A page that is read after each step; keys as patientKeyOf makes them. */
class Page {
  frame: FrameChart = newFrameChart();
  banner: string;
  since: number;
  address: string | null;
  contradicts = false;

  constructor(banner: string, address: string | null) {
    this.banner = banner;
    this.since = 1000;
    this.address = address;
    this.#read(1300);
  }

  to(at: number, change: { banner?: string; address?: string | null }): this {
    this.unread(at, change);
    this.#read(at + 300);
    return this;
  }

  /** A change after which the page does not rest. */
  unread(at: number, change: { banner?: string; address?: string | null }): this {
    const { banner, address } = change;
    if (address !== undefined && address !== this.address) {
      const another = this.address !== null && address !== null;
      this.frame = afterChange(this.frame, { what: 'address', at, names: address, another });
      this.address = address;
    }
    if (banner !== undefined) {
      this.frame = afterChange(this.frame, { what: 'banner', at });
      this.banner = banner;
      this.since = at;
    }
    return this;
  }

  #read(at: number) {
    const key = `.${this.banner}.1`;
    const found = { key, conflict: false, since: this.since, addressNames: this.address };
    const { frame, contradicts } = afterReading(this.frame, found, at);
    this.frame = frame;
    this.contradicts = contradicts;
  }

  /** Whether an order that came then is used for the banner's patient. */
  uses(since: number): boolean {
    return !this.contradicts && isUsable(since, excludedAtAll(this.frame));
  }
}

describe('the address comes to name somebody, and named nobody before', () => {
  const named = () => new Page('A', null).to(5000, { address: 'b' });

  test('what came with it and later is left out while the banner stays; what was there before counts', () => {
    const page = named();
    expect(page.contradicts).toBe(false);
    expect([page.uses(1000), page.uses(4990), page.uses(5000), page.uses(5100)]).toEqual([true, false, false, false]);
    expect(excludedHere(page.frame), 'the other frames leave it out too').toEqual([[5000, ALWAYS]]);
  });

  test.each([
    ['nobody', null],
    ['somebody else', 'a'],
  ])('also when it names %s again, and a dialog still holds what came meanwhile', (_, address) => {
    const page = named().to(6000, { address });
    expect(page.uses(5100)).toBe(false);
  });

  test.each([
    ['still', 'b'],
    ['not any more', null],
  ])('the next banner comes, the address names that somebody %s: only what is newer than the banner', (_, address) => {
    const page = named().to(6000, { address }).to(7000, { banner: 'B' });
    expect([page.uses(1000), page.uses(5100), page.uses(7100)]).toEqual([false, false, true]);
  });

  test.each([
    ['still', 'b'],
    ['not any more', null],
  ])('the same banner comes again, the address names that somebody %s: all but what came meanwhile', (_, address) => {
    const page = named().to(6000, { address }).to(7000, { banner: 'A' });
    expect([page.uses(1000), page.uses(5100), page.uses(7100)]).toEqual([true, false, true]);
  });

  test('and then the next banner, and then somebody else: nobody knows whom it follows', () => {
    expect(named().to(7000, { banner: 'B' }).to(7400, { address: 'c' }).contradicts).toBe(true);
  });

  test('it named somebody else before, for a moment: two patients', () => {
    expect(named().to(6000, { address: 'c' }).contradicts).toBe(true);
  });

  test.each([5010, 5400, 8000])(
    'after the banner of the next patient, at %d: with it, or it may be somebody else’s',
    (at) => {
      const page = new Page('A', null).to(5000, { banner: 'B' }).to(at, { address: 'c' });
      expect([page.uses(1000), page.uses(5000), page.uses(at + 100)]).toEqual([false, true, at === 5010]);
    },
  );

  test('the same, before both were read', () => {
    const page = new Page('A', null).unread(5000, { banner: 'B' }).to(5100, { address: 'c' });
    expect([page.uses(1000), page.uses(5000), page.uses(5200)]).toEqual([false, true, false]);
  });
});

describe('the address named the banner’s patient before', () => {
  test('it follows the banner within ten seconds', () => {
    const page = new Page('A', 'a').to(5000, { banner: 'B' }).to(9000, { address: 'b' });
    expect([page.contradicts, page.uses(4900), page.uses(5100), page.uses(9100)]).toEqual([false, false, true, true]);
    expect(page.to(12_000, { address: 'c' }).contradicts, 'but once').toBe(true);
  });

  test('it names nobody, and the same one again: nothing is left out', () => {
    const page = new Page('A', 'a').to(5000, { address: null }).to(6000, { address: 'a' });
    expect([page.contradicts, page.uses(1000), page.uses(5500), page.uses(6100)]).toEqual([false, true, true, true]);
  });

  test('it names nobody, and then another: nothing is shown', () => {
    const page = new Page('A', 'a').to(5000, { address: null }).to(6000, { address: 'b' });
    expect(page.contradicts).toBe(true);
  });

  test('it names another, and the former banner is only built again: nothing is shown', () => {
    const page = new Page('A', 'a').to(5000, { address: 'b' }).to(5100, { banner: 'A' });
    expect(page.contradicts).toBe(true);
    expect(page.to(6000, { banner: 'B' }).contradicts).toBe(false);
    expect([page.uses(4900), page.uses(5500), page.uses(6100)]).toEqual([false, true, true]);
  });

  test('it names another for a moment: what came meanwhile is left out, the rest comes back', () => {
    const page = new Page('A', 'a').to(5000, { address: 'b' }).to(6000, { address: 'a' });
    expect([page.contradicts, page.uses(1000), page.uses(5500), page.uses(6100)]).toEqual([false, true, false, true]);
  });

  test('nobody saw it change, because no panel was open: nothing is shown', () => {
    const page = new Page('A', 'a');
    page.address = 'b';
    expect(page.to(9000, {}).contradicts).toBe(true);
  });
});

test('hashed: the chart that a page keeps does not hold what its address names', () => {
  const page = new Page('A', 'MRN-4711').to(5000, { address: 'MRN-4712' });
  expect(JSON.stringify(page.frame)).not.toMatch(/MRN-471/);
});

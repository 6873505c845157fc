/** Collected pages made for tests: what a frame's reader would send, with synthetic values only. */
import type { CollectedField, CollectedGroup } from '../../content-scripts/collect/collected-field.ts';
import type { CollectedPage } from '../../content-scripts/collect/collected-page.ts';

export const field = (text: string, more: Partial<CollectedField> = {}): CollectedField => ({
  locator: text,
  since: 0,
  arrived: 0,
  text,
  control: false,
  labels: [],
  isLabel: false,
  struck: false,
  button: false,
  block: 0,
  cell: -1,
  seams: [],
  ...more,
});

/** What stands together around a name of the drug. */
export const group = (fields: CollectedField[], more: Partial<CollectedGroup> = {}): CollectedGroup => ({
  fields,
  headings: [],
  struck: false,
  greyed: false,
  form: false,
  locator: 'group',
  list: 1,
  ...more,
});

/** A frame that shows nothing at all, unless said otherwise. */
export const collectedPage = (changes: Partial<CollectedPage> = {}): CollectedPage => ({
  serial: 1,
  asked: 0,
  ready: 0,
  addressNames: null,
  origin: 'http://ehr.example',
  top: true,
  language: 'en',
  unreadable: [],
  childFrames: [],
  containers: [],
  orders: [],
  identities: [],
  labels: [],
  over: [],
  dates: [],
  named: { patients: [], results: [], lists: [] },
  health: [],
  whole: true,
  ...changes,
});

/** A chart with a banner and one order, each since a time of its own. */
export function chartOf(
  { name, mrn, dose }: { name: string; mrn: string; dose: string },
  { banner, order }: { banner: number; order: number },
  serial = 1,
): CollectedPage {
  const said = [`Name: ${name}`, `MRN: ${mrn}`].map((text) => field(text, { since: banner, arrived: banner }));
  const text = `Bortezomib ${dose} mg/m2 SC weekly`;
  return collectedPage({
    serial,
    containers: [said],
    identities: [{ levels: [0], row: false }],
    orders: [
      {
        place: 'order-1',
        text: '',
        group: group([field(text, { since: order, arrived: order })], { locator: `group ${serial}` }),
      },
    ],
  });
}

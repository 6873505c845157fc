import { afterEach, describe, expect, test, vi } from 'vitest';
import { OrderView, type OrderViewProps } from '../../components/panel/OrderView.tsx';
import { Panel } from '../../components/panel/Panel.tsx';
import type { PanelProps } from '../../components/panel/panel-props.ts';
import type { PageReading } from '../../content-scripts/page-reading.ts';
import type { Card, Evaluation } from '../../rules/outcome.ts';
import { frameReading, orderReading, read } from '../entrypoints/frame-readings.ts';
import { cleanup, fireEvent, render, screen, within } from './render.ts';

afterEach(cleanup);

const { top: _top, origin: _origin, childFrames: _childFrames, ...shared } = frameReading();
const page: PageReading = {
  ...shared,
  orders: [orderReading()],
  patientKey: 'key',
  patientLabel: 'Zzdemo, Testia',
  patientConflict: false,
};

function card(rule: string, summary: string): Card {
  return {
    kind: 'card',
    rule,
    row: 'row',
    indicator: 'info',
    summary,
    detail: '',
    options: [],
    basis: [],
    sources: [],
  };
}

const evaluation: Evaluation = {
  contentVersion: '1',
  contentHash: 'hash',
  outcomes: [
    card('red-flags/cord-compression', 'Red flag first'),
    card('dose-modification/us-pi', 'US label says'),
    card('dose-modification/eu-smpc', 'EU label says'),
    { kind: 'not-evaluated', rule: 'check/b12', missing: ['patient.b12PgMl'] },
  ],
};

function show(changes: Partial<PanelProps> = {}, view: Partial<OrderViewProps> = {}) {
  const { page: shown = page, order = shown?.orders[0] ?? null } = changes;
  const props: PanelProps = {
    state: 'ready',
    refusedByBrowser: false,
    idleMinutes: 10,
    page: shown,
    order,
    role: 'physician',
    content: { version: '1', hash: 'hash' },
    readAt: 0,
    featuresOff: [],
    approval: { status: 'none' },
    onRole: vi.fn(),
    onSelectOrder: vi.fn(),
    onReadAgain: vi.fn(),
    onAbout: vi.fn(),
    ...changes,
  };
  const pointAt = { outline: vi.fn(), scrollTo: vi.fn() };
  render(
    <Panel {...props}>
      {shown && order && (
        <OrderView
          page={shown}
          order={order}
          partlyRead={props.state === 'partly-read'}
          role={props.role}
          refused={[]}
          answers={{ scale: 'CTCAE 5.0' }}
          evaluation={evaluation}
          context={{ order: { drug: 'bortezomib' } }}
          date="22 November 2026"
          featuresOff={props.featuresOff}
          onAnswer={vi.fn()}
          onCopy={vi.fn(async () => true)}
          onPrintInTab={vi.fn()}
          pointAt={pointAt}
          {...view}
        />
      )}
    </Panel>,
  );
  return { ...props, pointAt };
}

describe('whether this content was approved here', () => {
  const decision = { reference: 'PTC 12/2026', date: '2026-11-20', approvedVersion: '0.1.0' };
  test('is said at the foot', () => {
    show({ approval: { status: 'approved', ...decision } });
    expect(screen.getAllByText('Approved here: PTC 12/2026, 2026-11-20')).toHaveLength(1);
    expect(screen.queryByText(/Not yet approved/)).toBeNull();
  });
  test('stands at the head as well while it was not', () => {
    show({ approval: { status: 'not-approved', ...decision } });
    const banner = screen.getByRole('banner');
    expect(within(banner).getByText(/^Not yet approved here\. Approved was version 0\.1\.0 \(PTC 12/)).toBeTruthy();
  });
  test('nobody’s approval is no approval', () => {
    show();
    expect(screen.getByText('No approval by your organisation is recorded.')).toBeTruthy();
  });
});

describe('what is shown', () => {
  test('the order with its text, whose chart it is, and the advice with red flags first', () => {
    show();
    const reading = within(screen.getByRole('region', { name: 'What was read' }));
    expect(reading.getByText(/On the page/).parentElement?.textContent).toContain('bortezomib');
    expect(screen.getByText('Zzdemo, Testia')).toBeTruthy();
    const advice = screen.getByRole('region', { name: 'Advice' });
    const order = [...advice.querySelectorAll('h3')].map((heading) => heading.textContent);
    expect(order.slice(0, 2)).toEqual(['Red flag first', 'US label says']);
    expect(advice.textContent).toContain('vitamin B12');
  });

  test('every value can be shown on the page, by its own source', () => {
    const { pointAt } = show();
    const button = screen.getByRole('button', { name: 'Show on page: Route', hidden: true });
    fireEvent.focusIn(button);
    fireEvent.click(button);
    expect(pointAt.outline).toHaveBeenCalledWith(expect.objectContaining({ locator: 'subcut' }));
    expect(pointAt.scrollTo).toHaveBeenCalledWith(expect.objectContaining({ locator: 'subcut' }));
  });

  test('an old result is said to be one, in the folded line and with its date beside the value', () => {
    const fresh = read(1.1, '1.1 mg/dL');
    const old = { ...read(98, '98'), old: { date: '2026-08-01', days: 113 } };
    const observations = { ...page.observations, creatinineMgDl: fresh, plateletsPerNl: old };
    show({ page: { ...page, observations } });
    const [line] = screen.getAllByText(/Patient and laboratory: 2 values/);
    expect(line?.closest('summary')?.textContent).toContain('One of them is an old result');
    expect(screen.getAllByText(/^Old: of .*2026.*, 113 days ago$/)).toHaveLength(1);
  });

  test('what is missing is named with its reason', () => {
    const order = orderReading({ frequency: { status: 'ambiguous', text: 'biweekly', reason: 'means two things' } });
    show({ order, state: 'partly-read' });
    expect(screen.getByText(/means two things/)).toBeTruthy();
    expect(screen.getByText(/Not found on this page/).parentElement?.textContent).toContain('vitamin B12');
  });

  test('an unread frame is said', () => {
    show({ page: { ...page, unreadable: [{ kind: 'frame', label: 'pharmacy.example' }] } });
    expect(screen.getByText(/could not be read: pharmacy\.example/)).toBeTruthy();
  });

  test('a page that is too large is said to be read in part', () => {
    show({ page: { ...page, unreadable: [{ kind: 'too-large', label: 'this page is too large to be read whole' }] } });
    expect(screen.getByText(/may not be all: this page is too large to be read whole/)).toBeTruthy();
  });
});

describe('states in which nothing may be advised', () => {
  test.each(['no-access', 'paused', 'reading', 'silent', 'patient-conflict'] as const)(
    '%s shows no value and no advice',
    (state) => {
      show({
        state,
        page: state === 'patient-conflict' ? { ...page, patientConflict: true } : null,
        order: null,
      });
      expect(screen.queryByRole('region', { name: 'What was read' })).toBeNull();
      expect(screen.queryByRole('region', { name: 'Advice' })).toBeNull();
      expect(document.body.textContent).not.toContain('Zzdemo');
      expect(document.body.textContent).not.toContain('1.3');
    },
  );

  test("'no order' says that it is not 'nothing to do' (H24)", () => {
    show({
      state: 'no-order',
      page: { ...page, orders: [], ignored: [{ text: 'allergy: Velcade', reason: 'in the allergy list' }] },
      order: null,
    });
    expect(screen.getByText(/not that there is nothing to do/)).toBeTruthy();
    expect(screen.getByText(/in the allergy list/)).toBeTruthy();
  });

  test('of several orders none is chosen (H07)', () => {
    const orders = [orderReading(), orderReading({ id: 'order-2', dosePerBsa: read(1), status: read('held') })];
    const { onSelectOrder } = show({ state: 'choose-order', page: { ...page, orders }, order: null });
    const radios = screen.getAllByRole('radio').filter((radio) => (radio as HTMLInputElement).name === 'order');
    expect(radios.every((radio) => !(radio as HTMLInputElement).checked)).toBe(true);
    expect(screen.getByText('held')).toBeTruthy();
    fireEvent.click(radios[1] as HTMLElement);
    expect(onSelectOrder).toHaveBeenCalledWith('order-2');
  });
});

describe('what an organisation leaves out', () => {
  const graded = { answers: { scale: 'CTCAE 5.0', grade: 2, pain: true } } as const;

  test('nothing is left out unless it says so', () => {
    show({}, graded);
    expect(screen.getByRole('region', { name: 'Ask' })).toBeTruthy();
    expect(screen.getByRole('region', { name: 'Note' })).toBeTruthy();
    expect(screen.getByText('Sheet for the patient, structured copy')).toBeTruthy();
  });

  test('Ask, the note and what can be taken along', () => {
    show({ featuresOff: ['ask', 'copy-note', 'patient-handout', 'copy-cds-hooks'] }, graded);
    for (const name of ['Ask', 'Note']) expect(screen.queryByRole('region', { name })).toBeNull();
    expect(screen.queryByText(/Sheet for the patient|Structured copy/)).toBeNull();
    expect(screen.getByRole('region', { name: 'Advice' })).toBeTruthy();
  });

  test('one of the two that can be taken along', async () => {
    show({ featuresOff: ['patient-handout'] }, graded);
    fireEvent(open(screen.getByText('Structured copy')), new Event('toggle'));
    expect(await screen.findByRole('button', { name: 'Copy as CDS Hooks card' })).toBeTruthy();
    expect(screen.queryByText('Sheet for the patient')).toBeNull();
  });
});

/** The fold around a summary, opened as a press on it would. */
function open(summary: HTMLElement): HTMLElement {
  const fold = summary.closest('details') as HTMLDetailsElement;
  fold.open = true;
  return fold;
}

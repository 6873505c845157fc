/**
 * A made-up EHR that changes its patient in every way at random, and knows at each moment whose banner and whose order
 * it shows. The patients are invented; each has a name, a dose in mg and a creatinine that no other has.
 */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** No more patients than this can be told apart by what is only theirs. */
export const MOST_PATIENTS = 60;
const LETTERS = 'ABCDEFGHIJ';
/** Numbers that are never each other's, nor part of each other, and have no trailing zero. */
const hundredths = (from: number, patient: number) => ((from + 2 * patient) / 100).toFixed(2);

/** What only this patient's chart says. */
export const onlyOf = (patient: number) => ({
  name: `Zzswitch${LETTERS[Math.floor(patient / 10)]}${LETTERS[patient % 10]}`,
  mg: hundredths(151, patient),
  creatinine: hundredths(311, patient),
});

/** mg/m² of a patient's order. */
export const dosePerBsaOf = (patient: number): number => (patient % 2 ? 1 : 1.3);

export interface SwitchingEhr {
  url: string;
  close(): void;
}

/** What the page writes down when it shows something of a patient. */
export interface Shown {
  at: number;
  /** 'late order': of a patient who had been given up for the next one when it came */
  what: 'banner' | 'order' | 'late order';
  patient: number;
  /** the same words were there before and were left alone */
  untouched: boolean;
}

/** @param patients how many there are, at most MOST_PATIENTS */
export async function serveSwitchingEhr(patients: number): Promise<SwitchingEhr> {
  const server: Server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    const patient = Number(searchParams.get('p') ?? 0);
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'max-age=60' });
    const body = pathname === '/order' ? frame(patient) : chart(patient, patients);
    setTimeout(() => response.end(body), Number(searchParams.get('after') ?? 0));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

const order = (patient: number) =>
  `<table><thead><tr><th>Medication</th><th>Dose</th><th>Total dose (mg)</th><th>Route</th><th>Schedule</th><th>Status</th></tr></thead>
   <tbody><tr><td>Bortezomib 3.5 mg vial</td><td>${dosePerBsaOf(patient)} mg/m2</td><td class="mg">${onlyOf(patient).mg} mg</td>
   <td>subcutaneous</td><td>days 1, 8, 15, 22 of a 28-day cycle</td><td>active</td></tr></tbody></table>`;

const banner = (patient: number) =>
  `<b class="name">Test, ${onlyOf(patient).name}</b> <span>DOB: <i class="dob">19${30 + patient}-03-14</i></span> <span>MRN: <i class="mrn">SW-00${10 + patient}</i></span>`;

const frame = (patient: number) =>
  `<!doctype html><meta charset="utf-8"><title>Order</title>${order(patient)}<script>parent.orderFrameLoaded(${patient})</script>`;

const chart = (
  patient: number,
  patients: number,
) => `<!doctype html><html lang="en"><meta charset="utf-8"><title>Chart</title>
<header id="banner">${banner(patient)}</header>
<main><h2>Active orders</h2><div id="orders">${order(patient)}</div>
<h2>Results</h2><p id="lab">Creatinine: <span>${onlyOf(patient).creatinine} mg/dL</span></p></main><div id="dialog"></div>
<script>(${inPage.toString()})(${patient}, ${JSON.stringify(Array.from({ length: patients }, (_, index) => ({ banner: banner(index), order: order(index), ...onlyOf(index) })))})</script>`;

/** One change of patient. */
export interface Switch {
  to: number;
  address: 'none' | 'push' | 'replace' | 'hash';
  /** the address says the patient's number, as opposed to the view's */
  addressNames: boolean;
  banner: 'rebuild' | 'patch' | 'swap';
  order: 'rebuild' | 'patch' | 'frame';
  first: 'banner' | 'order' | 'together';
  /** between the halves, in ms */
  apart: number;
  /** the server takes this long for the order's frame, in ms */
  frameTakes: number;
  /** an open dialog keeps showing the order of the patient before */
  dialog: boolean;
  /** until the next switch begins, in ms; null: until both halves are shown */
  next: number | null;
}

declare global {
  interface Window {
    shown: Shown[];
    perform(switches: Switch[]): Promise<void>;
    /** The address names this patient for a moment, whose order stands in a dialog from then on; the banner stays. */
    glanceAt(patient: number, after: Switch): Promise<void>;
    orderFrameLoaded(patient: number): void;
    late: [number, number][];
  }
}

/** Runs in the page, as text: it may use nothing from outside. */
function inPage(
  start: number,
  patients: { banner: string; order: string; mg: string; name: string; creatinine: string }[],
) {
  const by = (id: string) => document.getElementById(id) as HTMLElement;
  const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
  const prebuilt = patients.map((patient) => {
    const element = document.createElement('div');
    element.innerHTML = patient.banner;
    return element;
  });
  window.shown = [
    { at: Date.now(), what: 'banner', patient: start, untouched: false },
    { at: Date.now(), what: 'order', patient: start, untouched: false },
  ];
  window.late = [];
  let beat = Date.now();
  setInterval(() => {
    if (Date.now() - beat > 30) window.late.push([beat, Date.now()]);
    beat = Date.now();
  }, 10);
  let turn = 0;
  let view = 0;
  let lastShown = 0;
  const latest = { banner: start, order: start };
  const note = (what: 'banner' | 'order', patient: number, untouched = false) => {
    lastShown = performance.now();
    latest[what] = patient;
    window.shown.push({ at: Date.now(), what, patient, untouched });
  };
  // back from the cache that keeps pages whole: the same is shown again
  window.addEventListener('pageshow', ({ persisted }) => {
    for (const what of persisted ? (['banner', 'order'] as const) : [])
      note(what, window.shown.findLast((one) => one.what === what)?.patient ?? start);
  });
  const patch = (root: Element, html: string): boolean => {
    let untouched = true;
    const next = document.createElement('div');
    next.innerHTML = html;
    const walk = (at: Node) => document.createTreeWalker(at, NodeFilter.SHOW_TEXT);
    const [now, then] = [walk(root), walk(next)];
    while (now.nextNode() && then.nextNode()) {
      const [old, text] = [now.currentNode as Text, then.currentNode as Text];
      // as frameworks do: what is the same is left alone
      if (old.data === text.data) continue;
      old.data = text.data;
      untouched = false;
    }
    return untouched;
  };
  const showBanner = (to: number, how: Switch['banner']) => {
    const target = by('banner');
    if (how === 'swap') target.replaceChildren(prebuilt[to] as Element);
    else if (how === 'patch' && target.querySelector(':scope > b')) patch(target, patients[to]?.banner ?? '');
    else target.innerHTML = patients[to]?.banner ?? '';
    note('banner', to);
  };
  let frameLoaded: ((patient: number) => void) | null = null;
  let current = start;
  window.orderFrameLoaded = (patient) => {
    // it may have been given up for the next patient, and no hand waits for that
    const what = patient === current ? 'order' : 'late order';
    window.shown.push({ at: Date.now(), what, patient, untouched: false });
    frameLoaded?.(patient);
  };
  const showOrder = async ({ to, order: how, frameTakes }: Switch, isCurrent: () => boolean) => {
    const target = by('orders');
    let untouched = false;
    const lab = by('lab').querySelector('span') as Element;
    if (how === 'frame') {
      const frame = target.querySelector('iframe');
      await new Promise<void>((resolve) => {
        frameLoaded = (patient) => patient === to && resolve();
        const address = `/order?p=${to}&after=${Math.round(frameTakes)}`;
        if (frame) frame.src = address;
        else target.innerHTML = `<iframe title="Orders" width="900" height="120" src="${address}"></iframe>`;
      });
      if (!isCurrent()) return;
    } else if (how === 'patch' && target.querySelector('table')) untouched = patch(target, patients[to]?.order ?? '');
    else target.innerHTML = patients[to]?.order ?? '';
    lab.textContent = `${patients[to]?.creatinine} mg/dL`;
    note('order', to, untouched);
  };
  const moveAddress = ({ address, addressNames, to }: Switch) => {
    view += 1;
    const place = addressNames ? `#/patient/SW-00${10 + to}/view` : `#/view/${view}`;
    if (address === 'push') history.pushState({}, '', place);
    else if (address === 'replace') history.replaceState({}, '', place);
    else if (address === 'hash') location.hash = place;
  };
  window.glanceAt = async (patient, one) => {
    const moving = one.address === 'none' ? { ...one, address: 'push' as const } : one;
    moveAddress({ ...moving, to: patient, addressNames: true });
    by('dialog').innerHTML = `<div role="dialog"><h3>Edit order</h3>${patients[patient]?.order}</div>`;
    await wait(400);
    moveAddress(moving);
  };
  window.perform = async (switches) => {
    for (const one of switches) {
      turn += 1;
      const mine = turn;
      const isCurrent = () => turn === mine;
      current = one.to;
      // a hand is slower than a frame of the screen, and than a browser that waits for its turn on a busy machine
      const byHand = async () => {
        while (performance.now() - lastShown < 45) await wait(2);
      };
      await byHand();
      // nobody opens the order of one patient under the banner of another
      const ofOnePatient = latest.banner === latest.order && !by('orders').querySelector('iframe');
      if (one.dialog && ofOnePatient) {
        by('dialog').innerHTML = `<div role="dialog"><h3>Edit order</h3>${by('orders').innerHTML}</div>`;
        lastShown = performance.now();
        await byHand();
      } else if (!one.dialog) by('dialog').innerHTML = '';
      moveAddress(one);
      const halves = [() => Promise.resolve(showBanner(one.to, one.banner)), () => showOrder(one, isCurrent)];
      if (one.first === 'order') halves.reverse();
      const done = (async () => {
        await halves[0]?.();
        if (one.first !== 'together') await wait(one.apart);
        if (isCurrent()) await halves[1]?.();
      })();
      await (one.next === null ? done : wait(one.next));
    }
  };
}

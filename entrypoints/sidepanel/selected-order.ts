/** Which order the advice is about, and in which of its designed states the panel is. Nothing is chosen for the user. */
import type { PanelState } from '../../components/panel/panel-props.ts';
import type { OrderReading, PageReading } from '../../content-scripts/page-reading.ts';
import type { TabSession } from './tab-session.ts';

/** The order that the user picked, or the only one on the page if it may be in force; null while none is settled. */
export function selectedOrder(page: PageReading | null, selectedOrderId: string | null): OrderReading | null {
  if (!page) return null;
  const picked = page.orders.find((order) => order.id === selectedOrderId);
  if (picked) return picked;
  const [only, ...others] = page.orders;
  return only && others.length === 0 && mayBeInForce(only) ? only : null;
}

/** A stopped or completed order is history until the user says otherwise; one without a status may be in force. */
function mayBeInForce(order: OrderReading): boolean {
  return order.status.status !== 'read' || !['discontinued', 'completed'].includes(order.status.value);
}

/** The panel's state: what it can honestly show for this tab. */
export function panelStateOf(session: TabSession): PanelState {
  if (session.access === 'paused') return 'paused';
  if (session.access === 'needed' || session.access === 'refused') return 'no-access';
  if (session.access === 'silent') return 'silent';
  const { page } = session;
  if (!page) return 'reading';
  if (page.patientConflict) return 'patient-conflict';
  const order = selectedOrder(page, session.selectedOrderId);
  if (!order) return page.orders.some(mayBeInForce) ? 'choose-order' : 'no-order';
  return isFullyRead(order, page) ? 'ready' : 'partly-read';
}

/** Everything that the dose decision rests on was read: dose per area, route, how often, and a way to mg. */
function isFullyRead(order: OrderReading, page: PageReading): boolean {
  const inMg = order.doseMg.status === 'read' || page.patient.bsaM2.status === 'read';
  const howOften = order.frequency.status === 'read' || order.days.status === 'read';
  return order.dosePerBsa.status === 'read' && order.route.status === 'read' && howOften && inMg;
}

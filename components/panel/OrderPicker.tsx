import type { OrderReading } from '../../content-scripts/page-reading.ts';
import { valueInWords } from '../reading/reading-words.ts';
import './OrderPicker.css';

interface OrderPickerProps {
  orders: OrderReading[];
  selectedId: string | null;
  onSelect(orderId: string): void;
}

/** Every bortezomib order on the page with its status. Nothing is chosen for the user. */
export function OrderPicker({ orders, selectedId, onSelect }: OrderPickerProps) {
  return (
    <fieldset className="panel-section">
      <legend>
        {orders.length === 1 ? '1 bortezomib order on this page' : `${orders.length} bortezomib orders: choose one`}
      </legend>
      <div>
        {orders.map((order) => (
          <label className="order-choice" key={order.id}>
            <input
              type="radio"
              name="order"
              value={order.id}
              checked={order.id === selectedId}
              onChange={() => onSelect(order.id)}
            />
            <span>
              {order.dosePerBsa.status === 'read' ? (
                <strong>{valueInWords('dosePerBsa', order.dosePerBsa.value)}</strong>
              ) : (
                <span>dose per m² not read</span>
              )}{' '}
              <span className="chip">{order.status.status === 'read' ? order.status.value : 'status not read'}</span>
            </span>
            <span className="order-text small muted">{order.text}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

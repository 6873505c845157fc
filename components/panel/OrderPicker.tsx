import type { OrderReading } from '../../content-scripts/page-reading.ts';
import { valueInWords } from '../reading/reading-words.ts';
import { unbroken } from '../unbroken.tsx';
import { t } from '../words.ts';
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
      <legend>{t('orders.choose', orders.length)}</legend>
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
                <strong>{unbroken(valueInWords('dosePerBsa', order.dosePerBsa.value))}</strong>
              ) : (
                <span>{t('orders.doseNotRead')}</span>
              )}{' '}
              <span className="chip">
                {order.status.status === 'read'
                  ? valueInWords('status', order.status.value)
                  : t('orders.statusNotRead')}
              </span>
            </span>
            <span className="order-text small muted" dir="auto">
              {order.text}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

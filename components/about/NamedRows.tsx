import { unbroken } from '../unbroken.tsx';

interface NamedRowsProps {
  caption: string;
  head: readonly string[];
  /** the first cell of a row is its header */
  rows: readonly { key: string; cells: readonly string[] }[];
}

/** A table whose first column names the row. On a narrow page each row becomes a block with its column names. */
export function NamedRows({ caption, head, rows }: NamedRowsProps) {
  const [first, ...others] = head;
  return (
    <table>
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{first}</th>
          {others.map((title) => (
            <th key={title} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, cells: [name, ...values] }) => (
          <tr key={key}>
            <th scope="row">{unbroken(name ?? '')}</th>
            {values.map((value, index) => (
              <td key={others[index]} data-column={others[index]}>
                {unbroken(value)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

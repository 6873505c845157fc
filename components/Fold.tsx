import { type ReactNode, useState } from 'react';

interface FoldProps {
  title: string;
  /** made when the fold is opened for the first time, so that what nobody looks at costs nothing at every answer */
  children(): ReactNode;
}

/** A part that is closed until somebody wants it. */
export function Fold({ title, children }: FoldProps) {
  const [wanted, setWanted] = useState(false);
  return (
    <details onToggle={({ currentTarget }) => currentTarget.open && setWanted(true)}>
      <summary>{title}</summary>
      {wanted && children()}
    </details>
  );
}

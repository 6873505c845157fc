import type { ReactNode } from 'react';

interface ChoiceProps {
  name: string;
  value: string;
  checked: boolean;
  onChoose(): void;
  /** short mark in a circle before the words, e.g. the grade */
  mark?: string;
  children: ReactNode;
}

/** One large radio choice; the whole of it is the target. */
export function Choice({ name, value, checked, onChoose, mark, children }: ChoiceProps) {
  return (
    <label className={mark === undefined ? 'choice plain-choice' : 'choice'}>
      <input type="radio" name={name} value={value} checked={checked} onChange={onChoose} />
      {mark !== undefined && (
        <span className="mark" aria-hidden="true">
          {mark}
        </span>
      )}
      <span>{children}</span>
    </label>
  );
}

import { useEffect, useState } from 'react';
import { t } from '../words.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;

/** How long ago the page was read. It goes on by itself and says nothing aloud: the status beside it does, when it changes. */
export function AgeOfReading({ readAt }: { readAt: number }) {
  const [now, setNow] = useState(() => Date.now());
  const age = Math.max(0, now - readAt);
  useEffect(() => {
    const timer = setTimeout(() => setNow(Date.now()), age < MINUTE ? SECOND : MINUTE);
    return () => clearTimeout(timer);
  });
  return <span className="age-of-reading muted">{ageInWords(age)}</span>;
}

function ageInWords(age: number): string {
  if (age < MINUTE) return t('reader.age.seconds', { count: Math.floor(age / SECOND) });
  return t('reader.age.minutes', { count: Math.floor(age / MINUTE) });
}

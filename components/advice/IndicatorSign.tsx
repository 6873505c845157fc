import type { Action } from '../../rules/outcome.ts';

/**
 * The sign of an action: shape and symbol carry the meaning, colour only repeats it. Discontinue is a prohibition sign,
 * withhold a filled mandatory sign, a reduction a triangle, a critical finding without an action an octagon, everything
 * else a plain ring.
 */
export function IndicatorSign({ action }: { action: Action | 'stop' }) {
  return (
    <svg className="sign" viewBox="0 0 32 32" width="32" height="32" aria-hidden="true" focusable="false">
      {shapeOf(action)}
    </svg>
  );
}

function shapeOf(action: Action | 'stop') {
  switch (action) {
    case 'stop':
      return (
        <g>
          <path d="M11 3h10l8 8v10l-8 8H11l-8-8V11Z" fill="currentColor" />
          <path d="M16 9v9M16 22.5v.5" stroke="var(--surface)" strokeWidth="3.5" strokeLinecap="round" />
        </g>
      );
    case 'discontinue':
      return (
        <g fill="none" stroke="currentColor" strokeWidth="3.5">
          <circle cx="16" cy="16" r="12.5" />
          <path d="M7.5 24.5 24.5 7.5" />
        </g>
      );
    case 'withhold':
      return (
        <g>
          <circle cx="16" cy="16" r="14" fill="currentColor" />
          <path d="M12.5 10v12M19.5 10v12" stroke="var(--surface)" strokeWidth="3.5" strokeLinecap="round" />
        </g>
      );
    case 'reduce-dose':
    case 'change-schedule':
      return (
        <g fill="none" stroke="currentColor" strokeWidth="3" strokeLinejoin="round" strokeLinecap="round">
          <path d="M16 4 29 27H3Z" />
          <path d="M16 12v9m-3.5-3.5L16 21l3.5-3.5" />
        </g>
      );
    case 'restart':
      return (
        <g fill="none" stroke="currentColor" strokeWidth="3" strokeLinejoin="round">
          <circle cx="16" cy="16" r="12.5" />
          <path d="M13 10.5v11l8.5-5.5Z" fill="currentColor" strokeWidth="1" />
        </g>
      );
    default:
      return (
        <g fill="none" stroke="currentColor" strokeWidth="3" strokeLinecap="round">
          <circle cx="16" cy="16" r="12.5" />
          <path d="M11 16h10" />
        </g>
      );
  }
}

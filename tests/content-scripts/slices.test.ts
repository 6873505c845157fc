import { setTimeout as wait } from 'node:timers/promises';
import { expect, test, vi } from 'vitest';
import { runInSlices } from '../../content-scripts/slices.ts';

/** So many steps of so many ms each. */
function* steps(count: number, ms: number): Generator<void, string> {
  for (let step = 0; step < count; step += 1) {
    for (const until = performance.now() + ms; performance.now() < until; );
    yield;
  }
  return 'done';
}

test('what fits into one slice ends at once', () => {
  const end = vi.fn();
  runInSlices(steps(3, 0), false, end, expect.unreachable);
  expect(end).toHaveBeenCalledWith('done');
});

test('longer work lets others have their turn, and ends', async () => {
  const end = vi.fn();
  let turns = 0;
  const others = setInterval(() => {
    turns += 1;
  });
  runInSlices(steps(60, 2), false, end, expect.unreachable);
  expect(end).not.toHaveBeenCalled();
  await vi.waitFor(() => expect(end).toHaveBeenCalledWith('done'));
  clearInterval(others);
  expect(turns).toBeGreaterThan(2);
});

test('in one go where that is asked for', () => {
  const end = vi.fn();
  runInSlices(steps(30, 2), true, end, expect.unreachable);
  expect(end).toHaveBeenCalledWith('done');
});

test('work that was given up never ends, and puts back what it had taken', async () => {
  const [end, putBack] = [vi.fn(), vi.fn()];
  function* taking(): Generator<void, string> {
    try {
      return yield* steps(60, 2);
    } finally {
      putBack();
    }
  }
  runInSlices(taking(), false, end, expect.unreachable).cancel();
  expect(putBack).toHaveBeenCalledOnce();
  await wait(60);
  expect(end).not.toHaveBeenCalled();
});

test('what goes wrong is told, at once or later', async () => {
  const fail = vi.fn();
  function* failing(after: number): Generator<void, string> {
    yield* steps(after, 2);
    throw new Error('gone wrong');
  }
  runInSlices(failing(0), false, expect.unreachable, fail);
  expect(fail).toHaveBeenCalledTimes(1);
  runInSlices(failing(20), false, expect.unreachable, fail);
  await vi.waitFor(() => expect(fail).toHaveBeenCalledTimes(2));
});

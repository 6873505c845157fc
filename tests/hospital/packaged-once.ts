/** Packages once for all tests of the project, and serves until the last of them has ended. */
import type { TestProject } from 'vitest/node';
import { packageAndServe } from './packages.ts';

export default async function setup(project: TestProject): Promise<() => void> {
  const { close, ...packaged } = await packageAndServe();
  project.provide('packaged', packaged);
  return close;
}

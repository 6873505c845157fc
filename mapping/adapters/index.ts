/** The products whose pages this project describes itself. A new one: docs/adding-a-page.md. */
import type { SiteMapping } from '../shape.ts';
import { MEDPLUM } from './medplum.ts';
import { OPENMRS_O3 } from './openmrs-o3.ts';

export const ADAPTERS: readonly SiteMapping[] = [OPENMRS_O3, MEDPLUM];

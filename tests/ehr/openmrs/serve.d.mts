import type { Server } from 'node:http';

/** Serves OpenMRS O3 with invented patients on loopback; port 0 or none = any free one. The URL is the app's root. */
export function serveOpenmrs(port?: number): Promise<{ url: string; server: Server }>;

import type { Server } from 'node:http';

/** Serves the bundled demo EHR on loopback; port 0 or none = any free one. */
export function serveDemoEhr(port?: number): Promise<{ url: string; server: Server }>;

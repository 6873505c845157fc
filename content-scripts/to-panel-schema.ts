/** Schema of what reaches the panel outside of ports. Apart from message-schemas.ts, which is loaded later. */
import * as z from 'zod/mini';
import type { ToPanel as ToPanelMessage } from './messages.ts';

/** To the panel, from the page's reader or from the background. */
export const ToPanel = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('reader-ready') }),
  z.strictObject({ type: z.literal('clicked'), tabId: z.int() }),
]);

/** Fails to compile when the schema and the protocol's own type drift apart. */
type SameAs<A, B> = [A] extends [B] ? ([B] extends [A] ? true : never) : never;
const schemaMatchesTheProtocol: SameAs<z.infer<typeof ToPanel>, ToPanelMessage> = true;
void schemaMatchesTheProtocol;

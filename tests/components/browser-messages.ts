/** The browser's side of the words: the real messages, as the build makes them, looked up as both browsers do. */
import path from 'node:path';
import { generateChromeMessages, parseMessagesFile } from '@wxt-dev/i18n/build';
import { vi } from 'vitest';

const LOCALES = path.resolve(import.meta.dirname, '../../locales');

const messagesOf = async (locale: string) =>
  generateChromeMessages(await parseMessagesFile(path.join(LOCALES, `${locale}.yml`)));

const English = await messagesOf('en');
const others = { es: await messagesOf('es') };
let chosen: keyof typeof others | 'en' = 'en';

/** Sets the language of the browser for the tests that follow; what it lacks falls back to English. */
export function setBrowserLanguage(language: typeof chosen): void {
  chosen = language;
}

function getMessage(name: string, substitutions: string[] = []): string {
  const { message = '' } = (chosen === 'en' ? undefined : others[chosen][name]) ?? English[name] ?? {};
  return message.replace(/\$(\d)/g, (_, position) => substitutions[Number(position) - 1] ?? '');
}

vi.stubGlobal('chrome', { i18n: { getMessage } });

/** Prints the short reading of pages given as files or addresses: `node tests/page/read-file.ts PAGE…`. */
import { pathToFileURL } from 'node:url';
import { launchChromium, readPage } from './browser.ts';
import { summarise } from './summary.ts';

const browser = await launchChromium();
for (const argument of process.argv.slice(2)) {
  const page = await browser.newPage();
  await page.goto(argument.includes('://') ? argument : pathToFileURL(argument).href);
  if (argument.includes('://')) await new Promise((resolve) => setTimeout(resolve, 3000));
  const reading = await readPage(page);
  console.log(argument, JSON.stringify(process.env.FULL ? reading : summarise(reading), null, 1));
  await page.close();
}
await browser.close();

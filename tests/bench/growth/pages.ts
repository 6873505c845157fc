/** Charts with a given number of orders and of other medications. Synthetic. */

const MEDICATIONS = [
  'Lenalidomide 25 mg capsule',
  'Dexamethasone 20 mg tablet',
  'Aspirin 81 mg tablet',
  'Acyclovir 400 mg tablet',
  'Duloxetine 30 mg capsule',
  'Metformin 500 mg tablet',
  'Omeprazole 20 mg capsule',
  'Amlodipine 5 mg tablet',
];

/** A list of that many medications, as a page or the rules are given them. */
export const medicationNames = (count: number): string[] =>
  Array.from({ length: count }, (_, n) => `${MEDICATIONS[n % MEDICATIONS.length]} no. ${n}`);

/** A page with a banner, so many bortezomib orders in a table, and a list of so many other medications. */
export function chartOf(orders: number, medications: number): string {
  const order = (n: number) =>
    `<tr><td>Bortezomib</td><td>${(0.7 + (n % 7) / 10).toFixed(1)} mg/m2</td><td>SC</td><td>days 1, 8, 15, 22 of a 28-day cycle</td><td>Active</td></tr>`;
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Chart</title><body>
<header><div><b>Alpha Zztest</b> <span>DOB: 1950-01-01</span> <span>MRN: 100</span></div></header>
<main><h2>Active orders</h2><table><tr><th>Drug</th><th>Dose</th><th>Route</th><th>Schedule</th><th>Status</th></tr>
${Array.from({ length: orders }, (_, n) => order(n)).join('\n')}</table>
<h2>Medications</h2><ul>${medicationNames(medications)
    .map((name) => `<li>${name}</li>`)
    .join('')}</ul></main></body></html>`;
}

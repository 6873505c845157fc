/** What the bundler resolves: style sheets, and Medplum's FHIR definitions cut down to what is shown (build.mjs). */
declare module '*.css';
declare module 'fhir:search-parameters' {
  const bundle: import('@medplum/fhirtypes').Bundle<import('@medplum/fhirtypes').SearchParameter>;
  export default bundle;
}
declare module 'fhir:*' {
  const bundle: import('@medplum/fhirtypes').Bundle;
  export default bundle;
}

/**
 * The bill of materials of what is shipped, in CycloneDX, from the lockfile alone: nothing in it is of this machine or of
 * this hour. npm's own generator is not used, because with `--omit=dev` it leaves out libraries that a tool needs as well.
 */
import { CONTENT_HASH, CONTENT_VERSION } from '../../rules/index.ts';
import { BUNDLED_TOOLS, lockedProduct, shippedLibraries } from './shipped-libraries.ts';

/** CycloneDX 1.5 as JSON text. */
export function cycloneDx(root: string): string {
  const product = lockedProduct(root);
  const libraries = shippedLibraries(root);
  const reference = ({ name, version }: { name: string; version: string }) =>
    `pkg:npm/${name.replace('@', '%40')}@${version}`;
  const references = (folders: readonly string[]) => [
    ...new Set(libraries.filter(({ folder }) => folders.includes(folder)).map(reference)),
  ];
  // two folders may hold the same package under two names
  const distinct = libraries.filter(
    (library, index) => libraries.findIndex((other) => reference(other) === reference(library)) === index,
  );
  const own = reference(product);
  const sbom = {
    $schema: 'http://cyclonedx.org/schema/bom-1.5.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.5',
    version: 1,
    metadata: {
      component: {
        type: 'application',
        'bom-ref': own,
        name: product.name,
        version: product.version,
        purl: own,
        licenses: [{ license: { id: product.license } }],
        properties: [
          { name: 'clinical-content:version', value: CONTENT_VERSION },
          { name: 'clinical-content:sha256', value: CONTENT_HASH },
        ],
      },
    },
    components: distinct.map((library) => ({
      type: 'library',
      'bom-ref': reference(library),
      name: library.name,
      version: library.version,
      purl: reference(library),
      hashes: [{ alg: 'SHA-512', content: library.sha512 }],
      licenses: [{ license: { id: library.license } }],
      ...(BUNDLED_TOOLS[library.folder]
        ? { description: `A build tool; shipped are ${BUNDLED_TOOLS[library.folder]}.` }
        : {}),
    })),
    dependencies: [
      {
        ref: own,
        dependsOn: references([...Object.keys(product.dependencies ?? {}), ...Object.keys(BUNDLED_TOOLS)]),
      },
      ...distinct.map((library) => ({ ref: reference(library), dependsOn: references(library.needs) })),
    ],
  };
  return `${JSON.stringify(sbom, null, 2)}\n`;
}

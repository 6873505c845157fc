/** Finds words for people that stand in the code instead of in locales/. It reads the syntax, not the text. */
import { parseSync } from 'vite';

export interface HardCoded {
  line: number;
  words: string;
}

/** Attributes that are shown or read aloud. */
const SPOKEN_ATTRIBUTES =
  /^(?:aria-(?:label|description|placeholder|roledescription|valuetext|braillelabel|brailleroledescription)|title|alt|placeholder|label|summary|caption|abbr|name|words|head|rows|legend|hint|text)$/;
/** Own components may take words by any name; elements of the page use these for names that nobody sees. */
const UNSEEN_ON_ELEMENTS = new Set(['name', 'rows', 'text', 'words', 'head', 'hint']);

/** Two words in a row, or one that begins like a heading: code has neither. */
const READS_LIKE_WORDS = /\p{L}{2,}[,;:.]? \p{L}+|^\p{Lu}\p{Ll}+$|^\p{Lu}\p{Ll}+[ :]/u;
const HAS_LETTERS = /\p{L}/u;

/** What they are given is looked for, not shown. */
const COMPARING = /^(?:includes|startsWith|endsWith|indexOf|querySelector|querySelectorAll|closest|matches)$/;

interface Node {
  type: string;
  start: number;
  [key: string]: unknown;
}

/** `spoken`: whatever is a string here is shown or read aloud. */
type Place = 'spoken' | 'code';

/**
 * The hard-coded words of one TypeScript file, with or without JSX.
 * @throws when the file does not parse
 */
export function hardCodedWords(fileName: string, source: string): HardCoded[] {
  const { program, errors } = parseSync(fileName, source);
  if (errors.length > 0) throw new Error(`${fileName}: ${errors.map(({ message }) => message).join('; ')}`);
  const found: HardCoded[] = [];
  const say = ({ start }: Node, words: string) =>
    found.push({ line: source.slice(0, start).split('\n').length, words: words.trim() });
  const check = (node: Node, words: string, place: Place) => {
    if ((place === 'spoken' ? HAS_LETTERS : READS_LIKE_WORDS).test(words)) say(node, words);
  };

  const walk = (value: unknown, place: Place): void => {
    if (Array.isArray(value)) for (const each of value) walk(each, place);
    if (!isNode(value)) return;
    switch (value.type) {
      case 'ImportDeclaration':
      case 'ExportAllDeclaration':
      case 'TSLiteralType':
      case 'TSTemplateLiteralType':
        return;
      case 'JSXText':
        check(value, String(value.value), 'spoken');
        return;
      case 'JSXElement':
        walkElement(value);
        return;
      case 'Literal':
        if (typeof value.value === 'string') check(value, value.value, place);
        return;
      case 'TemplateLiteral':
        for (const quasi of value.quasis as (Node & { value: { raw: string } })[]) check(quasi, quasi.value.raw, place);
        walk(value.expressions, 'code');
        return;
      case 'CallExpression':
        // Keys of words are not words; what else is called is given values, not words.
        if (nameOf(value.callee) === 't') walk((value.arguments as unknown[]).slice(1), 'code');
        else if (COMPARING.test(methodOf(value.callee))) walk(value.callee, 'code');
        else walk([value.callee, value.arguments], 'code');
        return;
      case 'BinaryExpression':
        // What is compared is an id; what is put together is words.
        for (const side of [value.left, value.right]) if (value.operator === '+' || !isString(side)) walk(side, place);
        return;
      case 'ConditionalExpression':
        walk(value.test, 'code');
        walk([value.consequent, value.alternate], place);
        return;
      case 'MemberExpression':
        walk(value.object, place);
        walk(value.property, 'code');
        return;
      case 'Property':
        walk(value.key, 'code');
        walk(value.value, place);
        return;
      default:
        for (const [key, child] of Object.entries(value)) if (key !== 'type') walk(child, place);
    }
  };

  const walkElement = (element: Node) => {
    const opening = element.openingElement as Node & { attributes: Node[] };
    const isOwn = /^\p{Lu}/u.test(nameOf(opening.name));
    for (const attribute of opening.attributes) {
      if (attribute.type !== 'JSXAttribute') walk(attribute, 'code');
      else {
        const name = nameOf(attribute.name);
        const spoken = SPOKEN_ATTRIBUTES.test(name) && (isOwn || !UNSEEN_ON_ELEMENTS.has(name));
        if (name !== 'className')
          walk(attribute.value, spoken && !isUnseen(name, isOwn, attribute) ? 'spoken' : 'code');
      }
    }
    walk(element.children, 'spoken');
  };

  walk(program, 'code');
  return found;
}

/** The name of a form's choice is for the form alone; the reader of the page never meets it. */
function isUnseen(name: string, isOwn: boolean, attribute: Node): boolean {
  const value = attribute.value as Node | null;
  return name === 'name' && isOwn && value?.type === 'Literal' && /^\p{Ll}[\p{L}\d-]*$/u.test(String(value.value));
}

/** The words of a page's own HTML: texts and attributes that are no message of locales/. */
export function hardCodedWordsOfHtml(html: string): string[] {
  const texts = html.replace(/<script[\s\S]*?<\/script>|<!--[\s\S]*?-->|<[^>]*>/g, '\n').split('\n');
  const attributes = [...html.matchAll(/\s(?:title|alt|aria-label|placeholder)="([^"]*)"/g)].map(
    ([, text = '']) => text,
  );
  return [...texts, ...attributes]
    .map((text) => text.trim())
    .filter((text) => HAS_LETTERS.test(text) && !/^__MSG_\w+__$/.test(text));
}

function isString(value: unknown): boolean {
  return isNode(value) && value.type === 'Literal';
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';
}

function methodOf(callee: unknown): string {
  return isNode(callee) && callee.type === 'MemberExpression' ? nameOf(callee.property) : '';
}

function nameOf(node: unknown): string {
  if (!isNode(node)) return '';
  if (node.type === 'JSXNamespacedName') return `${nameOf(node.namespace)}:${nameOf(node.name)}`;
  return typeof node.name === 'string' ? node.name : '';
}

import path from 'node:path';
import { parseAst } from 'vite';
import { importProblem, mayReadEnvironment, mayTellDatabasesApart, packageProblem } from './rooms.ts';

export interface Violation {
  file: string;
  line: number;
  problem: string;
}

/** A node of the syntax tree; what it holds depends on its type. */
interface SyntaxNode {
  type: string;
  start: number;
  [property: string]: unknown;
}

const databases = new Set<unknown>(['sqlite', 'postgres']);
const comparisons = new Set<unknown>(['===', '!==', '==', '!=']);

/**
 * Everything in one file that breaks a rule of the house. It reads the syntax tree, so that neither a comment nor a
 * line break, nor an `import()` in the middle of a function, leads it astray.
 */
export function violationsIn(file: string, source: string): Violation[] {
  const found: Violation[] = [];
  const report = (node: SyntaxNode, problem: string | null) => {
    if (problem === null) return;
    found.push({ file, line: source.slice(0, node.start).split('\n').length, problem });
  };
  walk(parseAst(source, { lang: 'ts' }) as unknown as SyntaxNode, (node) => {
    const imported = importOf(node);
    if (imported !== null) report(node, checkImport(file, imported));
    if (!mayTellDatabasesApart(file) && tellsDatabasesApart(node)) {
      report(node, 'databases are told apart only in src/store/: ask the dialect');
    }
    if (!mayReadEnvironment(file) && isEnvironment(node)) {
      report(node, 'process.env is read only in src/main.ts: take it from the config');
    }
  });
  return found;
}

function walk(node: SyntaxNode, visit: (node: SyntaxNode) => void): void {
  visit(node);
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) {
      if (typeof child === 'object' && child !== null && 'type' in child) walk(child as SyntaxNode, visit);
    }
  }
}

/** What an import of any form names: static, re-exporting, dynamic, or of a type in the middle of another. */
function importOf(node: SyntaxNode): string | null {
  const forms = [
    'ImportDeclaration',
    'ExportNamedDeclaration',
    'ExportAllDeclaration',
    'ImportExpression',
    'TSImportType',
  ];
  if (!forms.includes(node.type)) return null;
  const name = (node.source as SyntaxNode | null)?.value;
  return typeof name === 'string' ? name : null;
}

function checkImport(file: string, name: string): string | null {
  if (!name.startsWith('.')) return packageProblem(file, name);
  return importProblem(file, path.posix.join(path.posix.dirname(file), name));
}

const isDatabaseName = (node: unknown) => databases.has((node as SyntaxNode | null)?.value);

function tellsDatabasesApart(node: SyntaxNode): boolean {
  if (node.type === 'BinaryExpression' && comparisons.has(node.operator)) {
    return isDatabaseName(node.left) || isDatabaseName(node.right);
  }
  return node.type === 'SwitchCase' && isDatabaseName(node.test);
}

function isEnvironment(node: SyntaxNode): boolean {
  if (node.type !== 'MemberExpression') return false;
  const [object, property] = [node.object as SyntaxNode, node.property as SyntaxNode];
  return object.name === 'process' && (property.name === 'env' || property.value === 'env');
}

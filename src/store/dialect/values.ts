import {
  type KyselyPlugin,
  OperationNodeTransformer,
  type PrimitiveValueListNode,
  type SchemableIdentifierNode,
  type ValueNode,
} from 'kysely';
import type { DateISO } from '../../kernel/clock.ts';

/** Translates what a statement holds, on its way to the driver: parameter values, and names where `rename` is given. */
export function statementPlugin(
  toDriver: (value: unknown) => unknown,
  rename?: (node: SchemableIdentifierNode) => SchemableIdentifierNode,
): KyselyPlugin {
  class Transformer extends OperationNodeTransformer {
    protected override transformValue(node: ValueNode): ValueNode {
      return { ...node, value: toDriver(node.value) };
    }
    protected override transformPrimitiveValueList(node: PrimitiveValueListNode): PrimitiveValueListNode {
      return { ...node, values: node.values.map(toDriver) };
    }
    protected override transformSchemableIdentifier(
      node: SchemableIdentifierNode,
      queryId?: Parameters<OperationNodeTransformer['transformNode']>[1],
    ): SchemableIdentifierNode {
      const transformed = super.transformSchemableIdentifier(node, queryId);
      return rename ? rename(transformed) : transformed;
    }
  }
  const transformer = new Transformer();
  return {
    transformQuery: ({ node, queryId }) => transformer.transformNode(node, queryId),
    transformResult: async ({ result }) => result,
  };
}

/**
 * A database's text for a timestamp without zone (`2024-05-01 10:00:00[.ffffff]`, meant as UTC) as ISO 8601.
 * Milliseconds as a rule; the microseconds of other programs are kept, so that cursors and order stay exact.
 */
export function timestampToISO(text: string): DateISO {
  const match = /^(\d{4,}-\d\d-\d\d)[ T](\d\d:\d\d:\d\d)(?:\.(\d{1,6}))?/.exec(text);
  if (!match) return text as DateISO;
  const micros = (match[3] ?? '').padEnd(6, '0');
  return `${match[1]}T${match[2]}.${micros.endsWith('000') ? micros.slice(0, 3) : micros}Z` as DateISO;
}

export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Another program wrote something that is not JSON: handed on as it is, rather than failing the row.
    return text;
  }
}

import { compile } from 'json-schema-to-typescript';
import type { OpenAPIV3_1 } from 'openapi-types';

type Json = Record<string, unknown>;
type Operation = OpenAPIV3_1.OperationObject;

const methods = ['get', 'post', 'put', 'patch', 'delete'] as const;

/**
 * An OpenAPI document as the `paths` interface that openapi-fetch is typed by: one JSON schema in which each path holds
 * its methods, and each method its parameters, body and responses, compiled to TypeScript.
 */
export async function apiTypes(document: OpenAPIV3_1.Document): Promise<string> {
  const schema = {
    title: 'paths',
    ...closed(
      Object.fromEntries(
        Object.entries(document.paths ?? {}).map(([path, item]) => [
          path,
          closed(
            Object.fromEntries(
              methods.flatMap((method) => (item?.[method] ? [[method, operation(item[method])]] : [])),
            ),
          ),
        ]),
      ),
    ),
    $defs: (document.components?.schemas ?? {}) as Json,
  };
  const text = await compile(asJsonSchema(schema) as never, 'paths', {
    bannerComment: '// Made by `npm run generate` from the OpenAPI document; do not edit.',
    additionalProperties: true,
    ignoreMinAndMaxItems: true,
    unknownAny: true,
    style: { singleQuote: true, printWidth: 110 },
  });
  // Statuses are numbers to openapi-fetch.
  return text.replaceAll(/^(\s+)['"]?(\d{3})['"]?(\??:)/gm, '$1$2$3');
}

function operation({ parameters = [], requestBody, responses = {} }: Operation): Json {
  const kinds = ['query', 'path', 'header'] as const;
  const given = parameters as OpenAPIV3_1.ParameterObject[];
  const body = requestBody as OpenAPIV3_1.RequestBodyObject | undefined;
  return closed({
    parameters: closed(
      Object.fromEntries(
        kinds.flatMap((kind) => {
          const some = given.filter((parameter) => parameter.in === kind);
          if (some.length === 0) return [];
          const required = some.filter((parameter) => parameter.required).map(({ name }) => name);
          const schema = closed(
            Object.fromEntries(
              some.map(({ name, schema: type, description }) => [name, { ...type, description }]),
            ),
            required,
          );
          return [[kind, schema]];
        }),
      ),
      kinds.filter((kind) => given.some((parameter) => parameter.in === kind && parameter.required)),
    ),
    ...(body && { requestBody: closed({ content: content(body.content) }) }),
    responses: closed(
      Object.fromEntries(
        Object.entries(responses).map(([status, response]) => [
          status,
          closed({ content: content((response as OpenAPIV3_1.ResponseObject).content) }),
        ]),
      ),
    ),
  });
}

/** A body that is not JSON is what the caller makes of it: openapi-fetch's `parseAs`, or a FormData. */
function content(types: Record<string, OpenAPIV3_1.MediaTypeObject> = {}): Json {
  const kept = Object.entries(types).map(([type, { schema }]): [string, unknown] => [
    type,
    type.endsWith('json')
      ? (schema ?? {})
      : { tsType: type.startsWith('multipart/') ? 'FormData' : 'string' },
  ]);
  return kept.length === 0 ? { tsType: 'undefined' } : closed(Object.fromEntries(kept));
}

function closed(properties: Json, required: readonly string[] = Object.keys(properties)): Json {
  return { type: 'object', properties, required: [...required], additionalProperties: false };
}

/** References to components become ones to definitions; names of nested things, which would clash, are left out. */
function asJsonSchema(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(asJsonSchema);
  if (part === null || typeof part !== 'object') return part;
  return Object.fromEntries(
    Object.entries(part).flatMap(([key, value]): [string, unknown][] => {
      if (key === 'id' && typeof value === 'string') return [];
      if (key === '$ref' && typeof value === 'string')
        return [[key, value.replace('#/components/schemas/', '#/$defs/')]];
      return [[key, asJsonSchema(value)]];
    }),
  );
}

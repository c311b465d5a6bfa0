/** A database URL cut into its parts; nothing is decoded yet. */
export interface UrlParts {
  scheme: string;
  user?: string;
  password?: string;
  hosts: { name: string; port: string }[];
  database: string;
  /** In order; empty values are left out, as SQLAlchemy does. */
  parameters: [name: string, value: string][];
}

const SCHEME = /^([a-z][a-z0-9_+.-]{0,40}):\/\//i;
const NAME = String.raw`(?:\[[^\]@/?\s]+\]|[^\s@:/?#[\],]*)`;
const HOST = String.raw`${NAME}(?::\d{0,5})?`;
const AFTER_USER = new RegExp(String.raw`^(${HOST}(?:,${HOST})*)(?:/([^?]*))?(?:\?(.*))?$`, 's');
const ONE_HOST = new RegExp(String.raw`^(${NAME})(?::(\d*))?$`);

/** Parameters whose values may be shown; any other could hold a password. */
const PUBLIC = new Set(
  'sslmode ssl sslrootcert channel_binding application_name connect_timeout target_session_attrs host port'.split(
    ' ',
  ),
);

/**
 * Neither WHATWG's URL nor a strict grammar: passwords with a raw `#`, `/`, `?`, `%` or `@` work in SQLAlchemy, so
 * they stand in people's files. The user ends at an `@` after which host, port, path and query are well-formed.
 * «ambiguous» where more than one `@` could be that one: a guess could send the password to the wrong server.
 */
export function splitUrl(url: string): UrlParts | 'malformed' | 'ambiguous' {
  const scheme = SCHEME.exec(url)?.[1];
  if (scheme === undefined) return 'malformed';
  const rest = url.slice(scheme.length + 3);
  const readings = [readAfterUser(scheme, rest)];
  for (let at = rest.indexOf('@'); at >= 0; at = rest.indexOf('@', at + 1)) {
    const login = /^([^:/?]*)(?::(.*))?$/s.exec(rest.slice(0, at));
    const reading = login && readAfterUser(scheme, rest.slice(at + 1));
    if (reading) readings.push({ ...reading, user: login[1] ?? '', password: login[2] });
  }
  const wellFormed = readings.filter((reading) => reading !== undefined);
  if (wellFormed.length > 1) return 'ambiguous';
  return wellFormed[0] ?? 'malformed';
}

function readAfterUser(scheme: string, text: string): UrlParts | undefined {
  const match = AFTER_USER.exec(text);
  if (!match) return undefined;
  const hosts = (match[1] ?? '').split(',').map((host) => {
    const [, name = '', port = ''] = ONE_HOST.exec(host) ?? [];
    return { name, port };
  });
  const parameters = [...new URLSearchParams(match[3] ?? '')].filter(([, value]) => value !== '');
  return { scheme: scheme.toLowerCase(), hosts, database: match[2] ?? '', parameters };
}

/** The scheme of a URL, for messages; undefined where it has none. */
export function schemeOf(url: string): string | undefined {
  return SCHEME.exec(url)?.[1]?.toLowerCase();
}

/**
 * The URL as it may be shown in logs and messages: no password, no parameter that could hold one. It is put together
 * from the parts that are known to be harmless, never the text with something cut out; what cannot be read with
 * certainty is not shown at all.
 */
export function redactDatabaseUrl(url: string): string {
  const parts = splitUrl(url.trim());
  if (typeof parts === 'string') {
    const scheme = schemeOf(url.trim());
    return scheme ? `${scheme}://***` : '***';
  }
  const login = parts.user === undefined ? '' : `${parts.user}${parts.password === undefined ? '' : ':***'}@`;
  const hosts = parts.hosts.map(({ name, port }) => (port ? `${name}:${port}` : name)).join(',');
  const query = parts.parameters
    .map(([name, value]) => `${name}=${PUBLIC.has(name) ? value : '***'}`)
    .join('&');
  const database = parts.database ? `/${parts.database}` : '';
  const shown = `${parts.scheme}://${login}${hosts}${database}${query && `?${query}`}`;
  return shown.replace(/[\s\x00-\x1f\x7f]+/g, ' ');
}

/** Percent-decoding that leaves what is not a valid sequence as it is, like Python's `unquote`. */
export function decode(text: string): string {
  return text.replace(/(?:%[0-9a-f]{2})+/gi, (encoded) => {
    try {
      return decodeURIComponent(encoded);
    } catch {
      return encoded;
    }
  });
}

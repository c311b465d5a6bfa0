import fc from 'fast-check';
import { expect, test } from 'vitest';
import { redactDatabaseUrl } from './url-parts.ts';

test.each([
  ['postgresql://u:S3CRET@h:5432/d?sslmode=require', 'postgresql://u:***@h:5432/d?sslmode=require'],
  ['postgresql+asyncpg://u:S3CRET@[::1]/d', 'postgresql+asyncpg://u:***@[::1]/d'],
  ['postgresql://u@h/d', 'postgresql://u@h/d'],
  ['postgresql://h/d?user=u&password=S3CRET', 'postgresql://h/d?user=***&password=***'],
  ['postgresql://u:S3CRET#?/@h/d', 'postgresql://u:***@h/d'],
  ['mysql://u:S3CRET@h/d', 'mysql://u:***@h/d'],
  ['postgresql://u:a@S3CRET/b@h/d', 'postgresql://***'],
  ['postgresql://u:S3CRET', 'postgresql://***'],
  ['u:S3CRET@h', '***'],
  ['S3CRET', '***'],
  ['', '***'],
  ['sqlite:///./interviewly.db', 'sqlite:///./interviewly.db'],
  ['sqlite:////var/lib/a@b/x.db', 'sqlite:////var/lib/a@b/x.db'],
  ['sqlite+pysqlcipher://:S3CRET@/x.db', 'sqlite+pysqlcipher://:***@/x.db'],
])('%s is shown as %s', (url, shown) => expect(redactDatabaseUrl(url)).toBe(shown));

test('no password is ever shown, encoded or raw, and nothing breaks the line', () => {
  const text = fc.string({ unit: fc.constantFrom(...'@:/?#%[]&=,+-. \'"\\\r\n\0ü€x1') });
  fc.assert(
    fc.property(text, text, fc.boolean(), (before, after, encoded) => {
      const password = `${before}S3CRET${after}`;
      const written = encoded ? encodeURIComponent(password) : password;
      const shown = redactDatabaseUrl(`postgresql://u:${written}@h/d`);
      expect(shown).not.toContain('S3CRET');
      expect(shown).not.toMatch(/[\r\n]/);
    }),
  );
});

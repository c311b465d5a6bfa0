import { useNavigate, useSearch } from '@tanstack/react-router';

/** What is looked for, as the address says it. */
export interface Looking {
  q: string;
  kind: string | null;
  role: 'user' | 'assistant' | null;
  /** Days, `YYYY-MM-DD`; both belong to the span. */
  since: string | null;
  until: string | null;
  /** One conversation's id. */
  in: string | null;
}

const day = /^\d{4}-\d{2}-\d{2}$/;

export function useSearchPlace(): [Looking, (change: Partial<Looking>) => void] {
  const search = useSearch({ strict: false });
  const navigate = useNavigate();
  const looking: Looking = {
    q: search.q ?? '',
    kind: search.kind ?? null,
    role: search.role === 'user' || search.role === 'assistant' ? search.role : null,
    since: day.test(search.since ?? '') ? search.since! : null,
    until: day.test(search.until ?? '') ? search.until! : null,
    in: search.in ?? null,
  };
  return [
    looking,
    (change) => {
      const next = Object.entries({ ...looking, ...change }).filter(
        (entry): entry is [string, string] => !!entry[1],
      );
      void navigate({ to: '/memory', search: Object.fromEntries(next), replace: true });
    },
  ];
}

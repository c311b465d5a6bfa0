import { useNavigate, useSearch } from '@tanstack/react-router';

/** What the address says after `?`, and a way to change some of it; empty texts leave it. */
export function useInAddress(): [
  Record<string, string | undefined>,
  (changes: Record<string, string | undefined>) => void,
] {
  const search = useSearch({ strict: false }) as Record<string, string | undefined>;
  const navigate = useNavigate();
  const set = (changes: Record<string, string | undefined>) =>
    void navigate({
      to: '.',
      search: (old: Record<string, string | undefined>) => {
        const next = { ...old, ...changes };
        for (const [name, value] of Object.entries(next)) if (!value) delete next[name];
        return next;
      },
      replace: true,
      resetScroll: false,
    } as never);
  return [search, set];
}

import { useNavigate, useSearch } from '@tanstack/react-router';

/** What is chosen, kept in the address under a name, so that a reload or a link shows it again. */
export function useInAddress(name: string): [string | undefined, (value: string | undefined) => void] {
  const search = useSearch({ strict: false }) as Record<string, string | undefined>;
  const navigate = useNavigate();
  const set = (value: string | undefined) =>
    void navigate({
      to: '.',
      search: (old: Record<string, string | undefined>) => ({ ...old, [name]: value }),
      replace: true,
      resetScroll: false,
    });
  return [search[name], set];
}

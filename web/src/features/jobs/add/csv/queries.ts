import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '../../../../api/client.ts';
import { refreshAll } from '../../queries.ts';

/** The columns of a tracker that are understood. */
export const fields = [
  ['company', 'Company'],
  ['title', 'Title'],
  ['location', 'Place'],
  ['url', 'Web address'],
  ['salary', 'Salary'],
  ['stage', 'Stage'],
  ['applied_at', 'Applied on'],
  ['interview_at', 'Interview on'],
  ['remind_at', 'Reminder'],
  ['saved_at', 'Saved on'],
  ['next_step', 'Next step'],
  ['source', 'Where it was found'],
  ['tags', 'Tags'],
  ['contacts', 'Contacts'],
  ['notes', 'Notes'],
  ['stage_history', 'History of stages'],
] as const;
export type Field = (typeof fields)[number][0];

export interface CsvOptions {
  csv: string;
  mapping: Record<string, Field | null>;
  duplicates: 'skip' | 'update';
  date_order: 'dmy' | 'mdy' | null;
}

const importApplications = ({ date_order, ...body }: CsvOptions, preview: boolean, signal?: AbortSignal) =>
  unwrap(
    api.POST('/api/applications/import', {
      body: { ...body, preview, ...(date_order && { date_order }) },
      signal,
    }),
  );

export type ImportResult = Awaited<ReturnType<typeof importApplications>>;

/** What an import would do, asked for anew with every option. */
export function usePreview(name: string, options: CsvOptions) {
  const { csv, ...rest } = options;
  return useQuery({
    // The file itself is too long for a key; `name` stands for it.
    queryKey: ['import-preview', name, csv.length, rest],
    queryFn: ({ signal }) => importApplications(options, true, signal),
    placeholderData: keepPreviousData,
    staleTime: 0,
    gcTime: 0,
  });
}

export function useImport() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (options: CsvOptions) => importApplications(options, false),
    async onSuccess() {
      await refreshAll(client);
    },
  });
}

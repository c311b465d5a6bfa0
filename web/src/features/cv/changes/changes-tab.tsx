import { Select, Stack } from '@mantine/core';
import { useState } from 'react';
import type { Cv, CvRewrite } from '../../../api/schema.d.ts';
import { relativeDate } from '../../../ui/dates.tsx';
import { ErrorNotice } from '../../../ui/error-notice.tsx';
import { Loading } from '../../../ui/loading.tsx';
import { useRewrite, useRewrites } from '../queries.ts';
import { useInAddress } from '../shared/use-in-address.ts';
import { Proposed } from './proposed.tsx';
import { WishForm } from './wish-form.tsx';

/** Changes that are proposed, and what became of those that were. */
export function ChangesTab({ cv }: { cv: Cv }) {
  const rewrites = useRewrites(cv.id);
  const [chosen, choose] = useInAddress('rewrite');
  const [made, setMade] = useState<string | null>(null);
  const all = rewrites.data?.rewrites ?? [];
  const shown = chosen ?? all[0]?.id;
  return (
    <Stack gap="lg" maw={860}>
      <WishForm
        cvId={cv.id}
        onProposed={(id) => {
          choose(id);
          setMade(id);
        }}
      />
      {rewrites.isError && !rewrites.data ? (
        <ErrorNotice error={rewrites.error} onRetry={() => rewrites.refetch()} />
      ) : rewrites.isPending ? (
        <Loading label="Loading the changes" />
      ) : (
        <>
          {all.length > 1 && (
            <Select
              label="Proposals"
              data={all.map((one) => ({ value: one.id, label: labelOf(one) }))}
              value={shown ?? null}
              allowDeselect={false}
              onChange={(id) => id && choose(id)}
            />
          )}
          {shown !== undefined && <Shown key={shown} cv={cv} id={shown} isNew={made === shown} />}
        </>
      )}
    </Stack>
  );
}

function Shown({ cv, id, isNew }: { cv: Cv; id: string; isNew: boolean }) {
  const rewrite = useRewrite(cv.id, id);
  if (rewrite.data) return <Proposed cv={cv} rewrite={rewrite.data} isNew={isNew} />;
  if (rewrite.isError) return <ErrorNotice error={rewrite.error} onRetry={() => rewrite.refetch()} />;
  return <Loading label="Loading the changes" />;
}

type Listed = Pick<CvRewrite, 'created_at' | 'changes' | 'target_job_title' | 'engine'>;

function labelOf({ created_at, changes, target_job_title, engine }: Listed): string {
  const made = engine === 'offline' ? 'without a model' : (engine ?? 'of another program');
  const about = target_job_title ? `for ${target_job_title}, ` : '';
  const many = changes.length === 1 ? '1 change' : `${changes.length} changes`;
  return `${relativeDate(created_at)}: ${about}${many}, ${made}`;
}

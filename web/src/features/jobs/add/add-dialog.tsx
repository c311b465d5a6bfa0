import { Modal, SegmentedControl, Stack } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { Loading } from '../../../ui/loading.tsx';
import type { Added } from '../queries.ts';
import { useInAddress } from '../shared/use-in-address.ts';
import { AddByHand } from './add-by-hand.tsx';
import { AddPosting } from './add-posting.tsx';
import { WhatWasRead } from './what-was-read.tsx';

const AddCsv = lazy(() => import('./csv/add-csv.tsx'));

const ways = [
  { value: 'text', label: 'Paste' },
  { value: 'url', label: 'Link' },
  { value: 'csv', label: 'CSV' },
  { value: 'hand', label: 'By hand' },
];

/** Adds jobs; which way stands in the address, so that a reload comes back to what was typed. */
export function AddDialog() {
  const [search, setSearch] = useInAddress();
  const [added, setAdded] = useState<Added | null>(null);
  const way = ways.find(({ value }) => value === search.add)?.value;
  const close = () => {
    setAdded(null);
    setSearch({ add: undefined });
  };
  return (
    <Modal
      opened={way !== undefined}
      onClose={close}
      title="Add a job"
      size="lg"
      yOffset="6vh"
      centered={false}
    >
      {added ? (
        <WhatWasRead added={added} onClose={close} onMore={() => setAdded(null)} />
      ) : (
        <Stack gap="md">
          <SegmentedControl
            fullWidth
            size="sm"
            data={ways}
            value={way ?? 'text'}
            onChange={(value) => setSearch({ add: value })}
            aria-label="Where the job comes from"
          />
          {way === 'csv' ? (
            <Suspense fallback={<Loading />}>
              <AddCsv onDone={close} />
            </Suspense>
          ) : way === 'hand' ? (
            <AddByHand onDone={close} />
          ) : (
            <AddPosting
              key={way}
              way={way === 'url' ? 'url' : 'text'}
              onAdded={setAdded}
              onPaste={() => setSearch({ add: 'text' })}
            />
          )}
        </Stack>
      )}
    </Modal>
  );
}

import { Button } from '@mantine/core';
import { useState } from 'react';
import { formatNumber } from '../../../ui/dates.tsx';

/** The first `step` of a long list, and a button for more: hundreds of rows or cards are slow, and nobody reads them. */
export function useFirstOnes<Item>(items: Item[], step = 25) {
  const [limit, setLimit] = useState(step);
  const rest = items.length - limit;
  const more = rest > 0 && (
    <Button variant="subtle" size="compact-sm" fullWidth mt={6} onClick={() => setLimit(limit + 2 * step)}>
      Show more ({formatNumber(rest)})
    </Button>
  );
  return { shown: items.slice(0, limit), more };
}

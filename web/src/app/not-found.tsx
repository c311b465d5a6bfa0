import { Button } from '@mantine/core';
import { IconMapOff } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { EmptyState } from '../ui/empty-state.tsx';
import { Page } from '../ui/page.tsx';

export function NotFound() {
  return (
    <Page title="Not found">
      <EmptyState
        icon={IconMapOff}
        title="There is no such page"
        action={
          <Button component={Link} to="/">
            Go to the coach
          </Button>
        }
      >
        The address may be misspelt, or what it led to is gone.
      </EmptyState>
    </Page>
  );
}

import { Box, Stack, Text, Title } from '@mantine/core';
import type { TablerIcon } from '@tabler/icons-react';
import type { ReactNode } from 'react';

export interface EmptyStateProps {
  icon: TablerIcon;
  title: string;
  /** What one can do here, in a sentence or two. */
  children?: ReactNode;
  action?: ReactNode;
}

/** What stands where there is nothing yet: why, and the next step. */
export function EmptyState({ icon: Icon, title, children, action }: EmptyStateProps) {
  return (
    <Stack align="center" gap="xs" py={48} px="md" ta="center">
      <Box c="dimmed">
        <Icon size={40} stroke={1.4} aria-hidden />
      </Box>
      <Title order={2} fz="1.1rem">
        {title}
      </Title>
      {children && (
        <Text c="dimmed" maw="30rem">
          {children}
        </Text>
      )}
      {action && <Box mt="sm">{action}</Box>}
    </Stack>
  );
}

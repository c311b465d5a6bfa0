import { Paper, Stack, Text, Title } from '@mantine/core';
import { type ReactNode, useId } from 'react';

interface SectionProps {
  title: string;
  description?: ReactNode;
  children: ReactNode;
}

/** One part of the settings. */
export function Section({ title, description, children }: SectionProps) {
  const heading = useId();
  return (
    <Paper withBorder p="lg" component="section" aria-labelledby={heading}>
      <Stack gap="sm">
        <div>
          <Title order={2} id={heading}>
            {title}
          </Title>
          {description && (
            <Text c="dimmed" size="sm" mt={2}>
              {description}
            </Text>
          )}
        </div>
        {children}
      </Stack>
    </Paper>
  );
}

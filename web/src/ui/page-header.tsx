import { Box, Group, Text, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { type ReactNode, useEffect, useRef } from 'react';
import { focusAfterNavigation } from '../app/focus.ts';

export interface PageHeaderProps {
  title: string;
  /** One short sentence below the title. */
  description?: ReactNode;
  /** Buttons at the right. */
  actions?: ReactNode;
  /** The heading is there for screen readers alone. */
  isHidden?: boolean;
}

/** The page's `h1`; sets the document's title and takes the focus after a navigation. */
export function PageHeader({ title, description, actions, isHidden = false }: PageHeaderProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useDocumentTitle(`${title} · Interviewly`);
  useEffect(() => focusAfterNavigation(heading.current), []);
  const line = (
    <Title
      order={1}
      ref={heading}
      tabIndex={-1}
      data-page-heading
      dir="auto"
      className={isHidden ? 'visually-hidden' : undefined}
    >
      {title}
    </Title>
  );
  if (isHidden) return line;
  return (
    <Group justify="space-between" align="flex-start" mb="lg" gap="sm">
      <Box style={{ minWidth: 0, overflowWrap: 'anywhere' }}>
        {line}
        {description !== undefined && (
          <Text c="dimmed" mt={4} maw="42rem">
            {description}
          </Text>
        )}
      </Box>
      {actions && <Group gap="xs">{actions}</Group>}
    </Group>
  );
}

import { ActionIcon, Badge, Box, Group, Paper, Text } from '@mantine/core';
import { IconFileText, IconTrash } from '@tabler/icons-react';
import type { CvSummary } from '../../api/schema.d.ts';
import { RelativeDate } from '../../ui/dates.tsx';
import classes from './cv-card.module.css';
import { AnchorLink } from './shared/anchor-link.tsx';
import { useConfirmDelete } from './shared/use-confirm-delete.tsx';

/** One CV of the list; all of it leads there. */
export function CvCard({ cv }: { cv: CvSummary }) {
  const { id, filename, file_type, name, label, created_at } = cv;
  const remove = useConfirmDelete(cv);
  return (
    <Paper component="li" withBorder p="md" className={classes.card}>
      <Group wrap="nowrap" gap="md">
        <IconFileText size={26} stroke={1.4} aria-hidden className={classes.icon} />
        <Box flex={1} miw={0}>
          <AnchorLink
            to="/cv/$cvId"
            params={{ cvId: id }}
            fw={600}
            c="inherit"
            className={classes.link}
            lineClamp={2}
          >
            {filename}
          </AnchorLink>
          <Text size="sm" c="dimmed" lineClamp={2}>
            {[name, label].filter(Boolean).join(' · ') || 'No name was found in it'}
          </Text>
        </Box>
        <Text size="sm" c="dimmed" visibleFrom="xs" className={classes.date}>
          <RelativeDate value={created_at} />
        </Text>
        {file_type && (
          <Badge variant="default" size="sm" visibleFrom="xs">
            {file_type}
          </Badge>
        )}
        <ActionIcon aria-label={`Delete ${filename}`} onClick={remove} className={classes.action}>
          <IconTrash size={18} stroke={1.6} />
        </ActionIcon>
      </Group>
    </Paper>
  );
}

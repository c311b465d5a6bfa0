import { Button, Group, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { CvWarning } from '../../../api/schema.d.ts';
import classes from '../resume/resume.module.css';
import { useJump } from '../text/linked.tsx';
import { warningKey } from './warning-key.ts';

/** Warnings that belong to no field; those that do stand beside it. */
export function UnplacedWarnings({ warnings }: { warnings: readonly CvWarning[] }) {
  const jump = useJump();
  return warnings.map(({ pointer, message, spans = [] }, index) =>
    pointer ? null : (
      <Group
        key={warningKey(index)}
        gap="xs"
        mb="xs"
        wrap="nowrap"
        align="flex-start"
        className={classes.warning}
      >
        <IconAlertTriangle size={16} role="img" aria-label="Warning" />
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          {message}
        </Text>
        {spans.length > 0 && (
          <Button
            size="compact-xs"
            variant="default"
            flex="none"
            onClick={() => jump(warningKey(index), 'text')}
          >
            Show
          </Button>
        )}
      </Group>
    ),
  );
}

import { Accordion, Stack, Text } from '@mantine/core';
import { useMemo } from 'react';
import type { Cv, CvChange } from '../../../api/schema.d.ts';
import { linesOf } from '../text/segments.ts';
import classes from './changes.module.css';
import { placeName } from './place-name.ts';

/** Proposals that state what the CV does not hold: shown with the reason, never applied. */
export function RefusedChanges({
  changes,
  resume,
}: {
  changes: readonly CvChange[];
  resume: Cv['json_resume'];
}) {
  if (changes.length === 0) return null;
  return (
    <Accordion variant="contained" order={2}>
      <Accordion.Item value="refused">
        <Accordion.Control>Held back: {changes.length}</Accordion.Control>
        <Accordion.Panel>
          <Stack gap="md">
            {changes.map((change) => (
              <div key={change.id}>
                <Text size="sm" fw={600}>
                  {placeName(resume, change.pointer)}
                </Text>
                <Text size="sm">{change.refused_because}</Text>
                <Unsupported change={change} />
              </div>
            ))}
          </Stack>
        </Accordion.Panel>
      </Accordion.Item>
    </Accordion>
  );
}

/** The proposal, with what the CV does not hold struck out. */
function Unsupported({ change: { after, unsupported = [] } }: { change: CvChange }) {
  const lines = useMemo(() => {
    const spans = unsupported.map(({ span }) => span);
    return linesOf(after, [{ key: 'unsupported', tone: 'missing', spans }]);
  }, [after, unsupported]);
  return (
    <div className={classes.diff}>
      {lines.map(({ start, segments }) => (
        <div key={start}>
          {segments.map((segment) =>
            segment.marks.length > 0 ? <del key={segment.start}>{segment.text}</del> : segment.text,
          )}
        </div>
      ))}
    </div>
  );
}

import { Anchor, Group, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { Letter, LetterEvidence } from '../../api/schema.d.ts';
import { DateText } from '../../ui/dates.tsx';
import { useIsActive } from '../cv/text/linked.tsx';
import textClasses from '../cv/text/text.module.css';
import classes from './letters.module.css';
import { evidenceKey, sourceNames, sourceTones } from './marks.ts';

type Source = LetterEvidence['sources'][number];

/** Every claim of the letter with the words that it rests on. */
export function EvidenceList({ letter: { evidence, cv_id } }: { letter: Letter }) {
  if (evidence.length === 0)
    return (
      <Text size="sm" c="dimmed">
        No sentence of this version is taken from your CV or from what you said.
      </Text>
    );
  return (
    <>
      <Group gap="sm" fz="xs" mb="sm" c="dimmed" role="group" aria-label="How it is marked">
        {(['cv', 'memory', 'job'] as const).map((kind) => (
          <span key={kind} className={textClasses.mark} data-tone={sourceTones[kind]}>
            {sourceNames[kind]}
          </span>
        ))}
      </Group>
      <ol className={classes.evidence}>
        {evidence.map((claim, i) => (
          <Claim key={`${i}-${claim.span.start}`} id={evidenceKey(i)} claim={claim} cvId={cv_id} />
        ))}
      </ol>
    </>
  );
}

function Claim({
  id,
  claim: { claim, sources },
  cvId,
}: {
  id: string;
  claim: LetterEvidence;
  cvId: string | null;
}) {
  const isActive = useIsActive([id]);
  return (
    <li className={classes.claim} data-active={isActive || undefined}>
      <button type="button" data-keys={id} tabIndex={-1} className={classes.claimText}>
        {claim}
      </button>
      {sources.map((source, i) => (
        <SourceLine key={`${i}-${source.kind}`} source={source} cvId={cvId} />
      ))}
    </li>
  );
}

function SourceLine({ source: { kind, quote, date }, cvId }: { source: Source; cvId: string | null }) {
  return (
    <Text size="sm" c="dimmed" className={classes.source}>
      {kind === 'cv' && cvId ? (
        <Anchor
          inherit
          underline="always"
          renderRoot={(props) => <Link to="/cv/$cvId" params={{ cvId }} {...props} />}
        >
          {sourceNames[kind]}
        </Anchor>
      ) : kind === 'memory' ? (
        <Anchor
          inherit
          underline="always"
          renderRoot={(props) => <Link to="/memory" search={{ q: quote.slice(0, 200) }} {...props} />}
        >
          {sourceNames[kind]}
        </Anchor>
      ) : (
        sourceNames[kind]
      )}
      {date && (
        <>
          , <DateText value={date} />
        </>
      )}
      : «{quote}»
    </Text>
  );
}

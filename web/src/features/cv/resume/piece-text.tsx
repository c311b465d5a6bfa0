import { Anchor, Badge, Group, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { CorrectedMark } from '../correct/corrected.tsx';
import { useIsActive } from '../text/linked.tsx';
import textClasses from '../text/text.module.css';
import type { CvWarning } from './entry-view.tsx';
import type { Piece } from './model.ts';
import { pieceKey } from './places.ts';
import classes from './resume.module.css';

export const Word = ({ children }: { children: React.ReactNode }) => (
  <Badge variant="default" radius="sm" fw={400} size="lg" tt="none" className={classes.word}>
    {children}
  </Badge>
);

export function Tags({ pieces, placed }: { pieces: readonly Piece[]; placed: ReadonlySet<string> }) {
  return (
    <Group gap={6} mt={6}>
      {pieces.map((piece) => (
        <Word key={pieceKey(piece)}>
          <PieceText piece={piece} placed={placed} />
        </Word>
      ))}
    </Group>
  );
}

export function Row({ pieces, placed }: { pieces: readonly Piece[]; placed: ReadonlySet<string> }) {
  return pieces.map((piece, index) => (
    <span key={pieceKey(piece)}>
      {index > 0 && ' · '}
      <PieceText piece={piece} placed={placed} />
    </span>
  ));
}

/** A text of the CV; where it has a place in the source it can be pointed at, else its address can be followed. */
export function PieceText({ piece, placed }: { piece: Piece; placed: ReadonlySet<string> }) {
  const key = pieceKey(piece);
  const isActive = useIsActive([key]);
  const mark = <CorrectedMark pointers={piece.pointers} />;
  if (!placed.has(key))
    return piece.href ? (
      <>
        <Anchor href={piece.href} target="_blank" rel="noopener noreferrer" inherit>
          {piece.text}
        </Anchor>
        {mark}
      </>
    ) : (
      <>
        {piece.text}
        {mark}
      </>
    );
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: a button does not break over lines as text does */}
      <span
        className={textClasses.piece}
        data-keys={key}
        data-active={isActive || undefined}
        tabIndex={-1}
        role="button"
        aria-description="Enter goes to its place in the text"
      >
        {piece.text}
      </span>
      {mark}
    </>
  );
}

export function Warnings({ of }: { of: readonly CvWarning[] }) {
  return of.map(({ code, message }) => (
    <Group key={code + message} gap={6} wrap="nowrap" align="flex-start" mt={6} className={classes.warning}>
      <IconAlertTriangle size={16} role="img" aria-label="Warning" />
      <Text size="sm" inherit>
        {message}
      </Text>
    </Group>
  ));
}

import { useMemo } from 'react';
import type { Cv } from '../../../api/schema.d.ts';
import { AddMissing } from '../correct/add-missing.tsx';
import { CorrectedProvider } from '../correct/corrected.tsx';
import { CorrectionProvider } from '../correct/use-correction.tsx';
import { resumeModel } from '../resume/model.ts';
import { allPieces, pieceKey, pieceSpans } from '../resume/places.ts';
import { ResumeView } from '../resume/resume-view.tsx';
import { AnnotatedText, type Tone } from '../text/annotated-text.tsx';
import { LinkedSides } from '../text/linked.tsx';
import type { Mark } from '../text/segments.ts';
import { Sides } from '../text/sides.tsx';
import { UnplacedWarnings } from './unplaced-warnings.tsx';
import { warningKey } from './warning-key.ts';

/** What was read of a CV, beside the text that it was read from. */
export function OverviewTab({ cv }: { cv: Cv }) {
  const { json_resume, source_spans, text, warnings } = cv;
  const model = useMemo(() => resumeModel(json_resume), [json_resume]);
  const fields = useMemo(
    () =>
      allPieces(model).flatMap((piece): Mark<Tone>[] => {
        const spans = pieceSpans(source_spans, piece);
        const description = 'Enter goes to what was read of it';
        return spans.length > 0 ? [{ key: pieceKey(piece), spans, tone: 'field', description }] : [];
      }),
    [model, source_spans],
  );
  const marks = useMemo(
    () => [
      ...fields,
      ...warnings.map((warning, index): Mark<Tone> => {
        const description = warning.message;
        return { key: warningKey(index), spans: warning.spans ?? [], tone: 'warning', description };
      }),
    ],
    [fields, warnings],
  );
  const placed = useMemo(() => new Set(fields.map(({ key }) => key)), [fields]);
  return (
    <LinkedSides>
      <CorrectionProvider cv={cv}>
        <CorrectedProvider value={cv.corrected}>
          <Sides
            sides={[
              {
                side: 'cv',
                label: 'What was read',
                extra: <AddMissing />,
                content: (
                  <>
                    <UnplacedWarnings warnings={warnings} />
                    <ResumeView model={model} placed={placed} warnings={warnings} />
                  </>
                ),
              },
              {
                side: 'text',
                label: 'Your text',
                content: <AnnotatedText text={text} marks={marks} />,
              },
            ]}
          />
        </CorrectedProvider>
      </CorrectionProvider>
    </LinkedSides>
  );
}

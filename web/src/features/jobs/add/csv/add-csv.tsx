import '@mantine/dropzone/styles.css';
import { Button, Group, Stack, Text } from '@mantine/core';
import { Dropzone } from '@mantine/dropzone';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { decodeCsv } from './decode.ts';
import { Preview } from './preview.tsx';

const mostBytes = 8_000_000;

interface CsvFile {
  name: string;
  csv: string;
}

/** A spreadsheet or the export of another tracker: shown as it would be taken, before anything is kept. */
export default function AddCsv({ onDone }: { onDone(): void }) {
  const [file, setFile] = useState<CsvFile | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const open = useRef<() => void>(null);

  async function take(chosen: File) {
    try {
      setFile({ name: chosen.name, csv: decodeCsv(new Uint8Array(await chosen.arrayBuffer())) });
      setProblem(null);
    } catch {
      setProblem(`«${chosen.name}» could not be read. Choose it once more.`);
    }
  }

  if (file) return <Preview key={file.name} {...file} onOther={() => setFile(null)} onDone={onDone} />;
  return (
    <Stack gap="sm">
      <Dropzone
        openRef={open}
        onDrop={([chosen]) => chosen && void take(chosen)}
        onReject={([first]) =>
          first &&
          setProblem(
            first.errors[0]?.code === 'file-too-large'
              ? `«${first.file.name}» is larger than 8 MB. Divide it.`
              : `«${first.file.name}» is no CSV file. In a spreadsheet: «Save as» or «Download», then CSV.`,
          )
        }
        accept={{
          'text/csv': ['.csv', '.tsv', '.txt'],
          'text/tab-separated-values': ['.tsv'],
          'text/plain': ['.txt'],
        }}
        maxSize={mostBytes}
        multiple={false}
        activateOnClick={false}
        activateOnKeyboard={false}
        enablePointerEvents
        tabIndex={-1}
        inputProps={{ 'aria-label': 'CSV file' }}
      >
        <Stack align="center" gap={6} py="lg" ta="center">
          <IconFileSpreadsheet size={36} stroke={1.5} aria-hidden />
          <Group gap={8} justify="center">
            <Text>Drop a CSV file here, or</Text>
            <Button size="xs" onClick={() => open.current?.()}>
              Choose a file
            </Button>
          </Group>
          <Text size="sm" c="dimmed">
            Of any spreadsheet or tracker. You see what would be taken first.
          </Text>
        </Stack>
      </Dropzone>
      {problem && (
        <Text size="sm" c="var(--mantine-color-error)" role="alert">
          {problem}
        </Text>
      )}
    </Stack>
  );
}

import { accessSync, constants, existsSync, statfsSync, statSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { getLoadablePath } from 'sqlite-vec';
import type { SqliteTarget } from '../../config/config.ts';
import { type Finding, queueFinding, tablesFinding, triggersFinding } from '../findings.ts';
import { sqliteFailure } from './sqlite-errors.ts';
import { sqliteTriggers } from './sqlite-triggers.ts';

const megabyte = 1024 * 1024;
/** Below the first SQLite soon cannot write, below the second one import may fill it. */
const tightBytes = 50 * megabyte;
const lowBytes = 500 * megabyte;
/** A check reads the whole file, about a gigabyte in some seconds. */
const checkedBytes = 1024 * megabyte;

/** What is to be said about a SQLite file; opened read-only, so that looking changes nothing. */
export async function diagnoseSqlite({ path: file }: SqliteTarget): Promise<Finding[]> {
  if (file === ':memory:') {
    const message = 'SQLite in memory: everything is forgotten when the process ends';
    return [
      { name: 'database', status: 'warning', message, remedy: 'Set DATABASE_URL to a file to keep it.' },
    ];
  }
  const place = placeFindings(file);
  if (place.some(({ status }) => status === 'problem') || !existsSync(file)) return place;
  return [...place, ...contentFindings(file)];
}

function placeFindings(file: string): Finding[] {
  const name = 'database';
  const folder = existingAncestor(path.dirname(file));
  const problem = (message: string, remedy: string): Finding[] => [
    { name, status: 'problem', message, remedy },
  ];
  if (!statSync(folder).isDirectory()) {
    return problem(
      `${folder} is a file, and DATABASE_URL needs a folder there`,
      'Correct the path in DATABASE_URL.',
    );
  }
  if (existsSync(file) && statSync(file).isDirectory()) {
    return problem(`${file} is a folder`, 'Point DATABASE_URL at a file in it.');
  }
  if (!may(folder, constants.W_OK | constants.X_OK)) {
    const remedy = 'Give this user the right to write to it: SQLite also makes files beside its own.';
    return problem(`the folder ${folder} is read-only`, remedy);
  }
  if (existsSync(file) && !may(file, constants.R_OK | constants.W_OK)) {
    return problem(`the SQLite file ${file} is read-only`, 'Give this user the right to read and write it.');
  }
  const message = existsSync(file)
    ? `SQLite file ${file}, ${size(statSync(file).size)}`
    : `SQLite file ${file}: not there yet, the first start creates it`;
  return [{ name, status: 'ok', message }, diskFinding(folder)];
}

function existingAncestor(folder: string): string {
  return existsSync(folder) || path.dirname(folder) === folder
    ? folder
    : existingAncestor(path.dirname(folder));
}

function may(target: string, mode: number): boolean {
  try {
    accessSync(target, mode);
    return true;
  } catch {
    return false;
  }
}

function diskFinding(folder: string): Finding {
  const { bavail, bsize } = statfsSync(folder);
  const free = bavail * bsize;
  const message = `${size(free)} free`;
  if (free >= lowBytes) return { name: 'disk', status: 'ok', message };
  const status = free < tightBytes ? 'problem' : 'warning';
  return {
    name: 'disk',
    status,
    message,
    remedy: 'Free some space; a full disk loses nothing, but stores nothing.',
  };
}

function contentFindings(file: string): Finding[] {
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(file, { readOnly: true, allowExtension: true, timeout: 2_000 });
    const names = (type: string) => {
      const rows = database!.prepare('select name from sqlite_master where type = ?').all(type);
      return new Set(rows.map((row) => String(row.name)));
    };
    const tables = names('table');
    const findings = [integrityFinding(database, file), vectorFinding(database), tablesFinding(tables)];
    if (tables.has('user_message_embeddings')) {
      findings.push(triggersFinding(Object.keys(sqliteTriggers), names('trigger')));
    }
    if (tables.has('interviewly_embedding_jobs')) findings.push(queueOf(database));
    return findings;
  } catch (error) {
    const failure = sqliteFailure(error);
    const message = failure?.reason ?? (error instanceof Error ? error.message : String(error));
    return [
      { name: 'integrity', status: 'problem', message, remedy: failure?.remedy ?? 'Restore a backup.' },
    ];
  } finally {
    database?.close();
  }
}

function integrityFinding(database: DatabaseSync, file: string): Finding {
  const name = 'integrity';
  if (statSync(file).size > checkedBytes) {
    return {
      name,
      status: 'ok',
      message: 'not checked, as the file is large (sqlite3 FILE "PRAGMA quick_check" does)',
    };
  }
  const result = String(database.prepare('pragma quick_check(1)').get()?.quick_check);
  if (result === 'ok') return { name, status: 'ok', message: 'quick_check finds nothing wrong' };
  const remedy = 'Restore a backup, or save what is readable with «sqlite3 FILE .recover».';
  return {
    name,
    status: 'problem',
    message: `the SQLite file is corrupt: ${result.replace(/\s+/g, ' ')}`,
    remedy,
  };
}

function vectorFinding(database: DatabaseSync): Finding {
  try {
    database.loadExtension(getLoadablePath());
    const row = database.prepare('select vec_version() as version').get();
    return { name: 'vectors', status: 'ok', message: `sqlite-vec ${row?.version}` };
  } catch (error) {
    const message = `sqlite-vec does not load, search is by keywords only: ${(error as Error).message}`;
    return { name: 'vectors', status: 'warning', message, remedy: 'Run npm ci on this platform again.' };
  }
}

function queueOf(database: DatabaseSync): Finding {
  const counts = database
    .prepare(
      'select set_aside as aside, count(*) as count from interviewly_embedding_jobs group by set_aside',
    )
    .all();
  const count = (aside: number) => Number(counts.find((row) => row.aside === aside)?.count ?? 0);
  const errors = database
    .prepare(
      'select distinct error from interviewly_embedding_jobs where set_aside and error is not null limit 3',
    )
    .all();
  return queueFinding({
    pending: count(0),
    setAside: count(1),
    errors: errors.map((row) => String(row.error)),
  });
}

function size(bytes: number): string {
  if (bytes < megabyte) return `${Math.ceil(bytes / 1024)} kB`;
  return bytes < 1024 * megabyte
    ? `${Math.round(bytes / megabyte)} MB`
    : `${(bytes / (1024 * megabyte)).toFixed(1)} GB`;
}

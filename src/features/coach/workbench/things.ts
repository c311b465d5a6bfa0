/** What an answer rests on beside memory and the playbook: an id, a title, and the names an answer may call it by. */
export interface Thing {
  kind: 'cv' | 'job' | 'application' | 'letter';
  id: string;
  title: string;
  names: string[];
}

export function cvThing({ id, filename }: { id: string; filename: string }): Thing {
  return { kind: 'cv', id, title: filename, names: [filename] };
}

export function jobThing(job: { id: string; title: string | null; company_name: string | null }): Thing {
  return {
    kind: 'job',
    id: job.id,
    title: titleOf(job.title, job.company_name),
    names: namesOf(job.title, job.company_name),
  };
}

export function applicationThing(application: {
  id: string;
  stage: string;
  job: { title: string; company: string };
}): Thing {
  const { id, stage, job } = application;
  return {
    kind: 'application',
    id,
    title: `${titleOf(job.title, job.company)} (${stage})`,
    names: namesOf(job.title, job.company),
  };
}

export function letterThing({
  letter_id,
  version,
  job,
}: {
  letter_id: string;
  version: number;
  job: { title: string | null; company_name: string | null };
}): Thing {
  return {
    kind: 'letter',
    id: letter_id,
    title: `Letter for ${titleOf(job.title, job.company_name)}, version ${version}`,
    names: [],
  };
}

/** «Backend Engineer at Stripe», as far as it is known; on one line. */
export function titleOf(title: string | null, company: string | null): string {
  const what = title || 'a job';
  return (company ? `${what} at ${company}` : what).replace(/\s+/g, ' ').trim();
}

/** A title alone is many employers': it names a job only where no employer is known. */
function namesOf(title: string | null, company: string | null): string[] {
  return [company || title].filter((name): name is string => Boolean(name));
}

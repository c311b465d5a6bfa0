/** How things come into the workbench, said where one is asked about that is not there. */
export const HOW_TO = {
  cv: 'Add one with `POST /api/cv`: a PDF, DOCX, Markdown or text file, or JSON Resume. `/docs` has a form for it.',
  job: 'Save one with `POST /api/jobs`: its address, or its text as you copied it. `/docs` has a form for it.',
  application:
    'Track one with `POST /api/applications` (title and company are enough), or bring a whole list with `POST /api/applications/import`. `/docs` has forms for both.',
} as const;

/** The works that rules rest on, by name, as the playbook names its own. */
export const sources = {
  harvard: 'Harvard University Office of Career Services, Resumes and Cover Letters guide',
  mit: 'MIT Career Advising and Professional Development, resume guide',
  wittenberg: 'Wittenberg University Career Services, Developing Resumés',
  hiddenWorkers:
    'Joseph Fuller and others, Hidden Workers - Untapped Talent, Harvard Business School and Accenture, 2021',
  resumeGo: 'ResumeGo, How Resume Employment Gaps Affect Interview Chances of Job Applicants, 2019',
  plainLanguage: 'US Plain Language Action and Information Network, Federal Plain Language Guidelines, 2011',
  eeoc: 'US Equal Employment Opportunity Commission, Prohibited Employment Policies and Practices',
  owasp: 'OWASP, Top 10 for Large Language Model Applications, LLM01 Prompt Injection, 2025',
  jsonResume: 'JSON Resume, schema 1.0.0 (dates after ISO 8601)',
  ftc: 'US Federal Trade Commission, Consumer Advice on protecting personal information',
} as const;

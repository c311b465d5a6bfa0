/** The posting that Mira applied for. */
export const samplePosting = {
  text: `Senior Data Analyst (m/f/d)
Company: Lumen Health
Location: Berlin, Germany (hybrid, three days a week in the office)
Employment type: Full-time
Salary: 66,000 - 76,000 EUR per year

About us
Lumen Health builds forecasts that help hospitals plan their beds and staff.

Your tasks
- Own the forecast of bed occupancy for 40 hospitals
- Work with doctors and controllers on what the numbers mean
- Build data models with dbt and review those of others

Your profile
- At least five years of experience as a data analyst
- Strong Python and SQL
- Experience with dbt
- You explain uncertainty to people who are not analysts
- English; German is a plus

We offer
- 30 days of holiday
- A training budget of 1,500 EUR a year
`,
  /** When she applied. */
  daysAgo: 19,
} as const;

/** Mira's CV, as a plain text file. */
export const sampleCv = {
  filename: 'Sample CV Mira Lindqvist.txt',
  text: `Mira Lindqvist
Data Analyst
Hamburg, Germany
mira.lindqvist@example.com | +49 40 5550 0142

SUMMARY
Data analyst with eight years of experience in logistics and retail. Builds forecasts that people use every day, and teaches colleagues to work with data.

EXPERIENCE

Data Analyst, Nordhafen Logistics, Hamburg
November 2021 - Present
- Cut late deliveries by 18% with a delivery forecast in Python that 12 dispatchers use every morning
- Taught SQL to eight colleagues from customer service
- Built and maintains 20 weekly dashboards in Power BI

Family care
March 2021 - October 2021

Junior Data Analyst, Birkenfeld Retail, Bremen
September 2017 - February 2021
- Automated the monthly stock report with SQL and saved two days of work a month
- Analysed customer surveys with 4,000 answers a year

EDUCATION

B.Sc. Business Informatics, University of Bremen
2014 - 2017

SKILLS
Python, SQL, pandas, Power BI, Excel, Git, dbt

LANGUAGES
German (native), English (C1), Swedish (B1)
`,
} as const;

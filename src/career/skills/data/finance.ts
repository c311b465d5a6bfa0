/** Money, people and law. */
export const finance = `
[tool]
QuickBooks: quick books, quickbooks online > accounting-software
Xero: > accounting-software
Sage accounting @sage: sage 50, sage 200, =Sage, sage intacct > accounting-software
MYOB: > accounting-software
FreshBooks: > accounting-software
Wave accounting: > accounting-software
DATEV: =DATEV > accounting-software
Lexware: > accounting-software
NetSuite: net suite, oracle netsuite > erp
SAP @sap: =SAP, sap erp, sap ecc > erp
SAP S/4HANA: s/4hana, sap s4 hana, s4hana, sap hana > sap
SAP FICO: sap fi, sap co, sap fi/co > sap
SAP MM: sap sd, sap wm, sap ewm > sap
SAP SuccessFactors: successfactors > hris
Oracle E-Business Suite: oracle ebs, oracle fusion, oracle erp, oracle financials > erp
JD Edwards: =JDE > erp
Microsoft Dynamics NAV: dynamics nav, business central, navision > erp
Odoo: > erp
=Infor: infor erp > erp
Epicor: > erp
SAP Concur: concur > expense-management
Expensify: > expense-management
Bill.com: > accounts-payable
Coupa: > accounts-payable
SAP Ariba: ariba > accounts-payable
BlackLine: > account-reconciliation
Hyperion: oracle hyperion > financial-planning
OneStream: > financial-planning
Anaplan: > financial-planning
Workday Adaptive Planning: adaptive insights > financial-planning
Bloomberg Terminal: bloomberg > financial-markets
FactSet: > financial-markets
Capital IQ: s&p capital iq > financial-markets
Refinitiv: eikon > financial-markets
TurboTax: > tax-preparation
Lacerte: > tax-preparation
ProSeries: > tax-preparation
UltraTax: > tax-preparation
Drake Tax: > tax-preparation
CaseWare: > auditing
TeamMate audit: > auditing
ADP: =ADP, adp workforce now > payroll
=Gusto: > payroll
Paychex: > payroll
Paylocity: > payroll
Workday: workday hcm, =Workday > hris
BambooHR: bamboo hr > hris
Personio: > hris
HiBob: > hris
UKG: kronos, ultipro, ukg pro > hris
PeopleSoft: people soft > hris
Greenhouse ATS @greenhouse: =Greenhouse, greenhouse recruiting > applicant-tracking
Lever ATS @lever: =Lever > applicant-tracking
Taleo: > applicant-tracking
iCIMS: > applicant-tracking
SmartRecruiters: > applicant-tracking
LinkedIn Recruiter: > sourcing
Westlaw: > legal-research
LexisNexis: =Lexis > legal-research
=Clio: > legal-practice-management
PracticePanther: > legal-practice-management
Relativity: relativity e-discovery > e-discovery
DocuSign: > contract-management
Adobe Sign: > contract-management
Ironclad: =Ironclad > contract-management
[method]
Bookkeeping: book-keeping, bookkeeper
Accounts payable: =AP, a/p, accounts payable and receivable, purchase ledger, payables
Accounts receivable: =AR ledger, a/r, sales ledger, receivables, credit control
General ledger: =GL, ledger management, nominal ledger, journal entries, journal entry
Account reconciliation: bank reconciliation, reconciliation, reconciliations, reconciling accounts, balance sheet reconciliation
Month-end close: month end, month-end closing, period close, year-end close, financial close, monthly close
Financial reporting: financial statement, financial statements, statutory reporting, consolidated accounts, statutory accounts
Financial analysis: financial analyst, variance analysis, ratio analysis
Financial modeling: financial modelling, financial model, dcf, discounted cash flow, three-statement model
Financial planning: fp&a, financial planning and analysis, financial planning & analysis
Budgeting: budget preparation, budgets, annual budget
Cash flow management: cash flow forecasting, cash flow, cashflow, liquidity management
Cost accounting: cost analysis, standard costing, cost control, product costing
Management accounting: management accounts, management accountant
Tax preparation: tax returns, tax return, tax filing
Tax compliance: corporate tax, vat, vat returns, sales tax, tax planning, tax advisory
Transfer pricing
Payroll: payroll processing, payroll administration, running payroll
Invoicing: billing, invoice processing, invoices
Expense management: expense reports, expense processing
Fixed assets: fixed asset accounting, depreciation schedules
Revenue recognition: asc 606, ifrs 15
Auditing: audit, internal audit, external audit, statutory audit, internal auditing
IT audit: it auditing, it general controls
Internal controls: =SOX, sarbanes-oxley, sox compliance
Credit analysis: credit risk, underwriting, loan underwriting, credit underwriting
Due diligence: financial due diligence
Valuation: company valuation, business valuation
Mergers and acquisitions: m&a, mergers & acquisitions
Portfolio management: asset management, investment management, asset allocation
Financial risk management: market risk, value at risk, operational risk
Treasury management: treasury, cash pooling
Trading: equity trading, algorithmic trading, execution trading
Anti-money laundering: =AML, know your customer, =KYC, financial crime, cdd
Regulatory reporting: basel iii, solvency ii, mifid
Claims processing: claims handling, claims adjusting, claims management, insurance claims
Actuarial science: actuarial, actuarial analysis, reserving
Loan processing: mortgage processing, loan origination, mortgage lending
Wealth management: financial advice, financial advising, financial advisory
Debt collection: collections
Grant management: fund accounting
Recruitment: recruiting, talent acquisition, hiring, recruiter, full-cycle recruiting
Sourcing @sourcing: candidate sourcing, boolean search, headhunting, candidate sourcing
Interviewing: behavioral interviewing, structured interviews, conducting interviews, competency-based interviewing
Applicant tracking: =ATS, applicant tracking system
Onboarding: employee onboarding, new hire orientation, new hire onboarding, induction
Employee relations: labor relations, labour relations, union negotiations, works council, industrial relations
Performance management: performance review, performance appraisal
Compensation and benefits: benefits administration, compensation, total rewards, comp and ben, reward and benefits
HR policies: hr policy, employee handbook
HRIS: =HRIS, =HCM, hr information system, hr systems
Workforce planning: headcount planning, succession planning
Learning and development: =L&D, l&d, training and development, employee training, staff training, training delivery
Training facilitation: facilitation, workshop facilitation, facilitating workshops, train the trainer
Instructional design: course design, e-learning design, articulate storyline, articulate 360
Diversity and inclusion: =DEI, =D&I, diversity, equity and inclusion, de&i
Organizational development: organisational development, organizational design, organization design
Employee engagement: engagement surveys, employer branding
HR analytics: people analytics
Immigration: visa processing, work permits, immigration law
Workplace investigations: grievance handling, disciplinary procedures, grievances
Legal research: case law research
Legal drafting: drafting contracts, contract drafting, legal writing, drafting pleadings, drafting agreements
Contract management: contract administration, contract lifecycle management, =CLM
Contract review: contract law, reviewing contracts, commercial contracts
Litigation: civil litigation, dispute resolution, arbitration, mediation
E-discovery: ediscovery, document review
Legal practice management: docketing, case management software, court filings, e-filing
Regulatory compliance: compliance, regulatory affairs, compliance monitoring, compliance management
Corporate governance: company secretarial, board governance, board meetings
Trial preparation: depositions, discovery requests
Notarization: notarial
[domain]
Accounting: accountancy, accountant, financial accounting
Finance: corporate finance, financial management
Accounting software
ERP: =ERP, erp system, enterprise resource planning, erp software
US GAAP: =GAAP, gaap, uk gaap, hgb
IFRS: international financial reporting standards
Investment banking: equity research, capital markets
Financial markets: derivatives, fixed income, equities
Banking: retail banking, commercial banking, private banking
Insurance: insurance products, property and casualty
Economics: microeconomics, macroeconomics
Human resources: =HR, hr generalist, hr business partner, =HRBP, human resource management, personnel administration
Employment law: labor law, labour law, employment legislation, employment standards
Corporate law: company law, commercial law
Intellectual property: =IP law, ip law, patent, trademark, copyright law
Family law
Criminal law: criminal justice, criminal defense
Real estate law: conveyancing, property law
Privacy compliance: ccpa, privacy impact assessment > gdpr
Procurement law: public procurement
Tax law
Paralegal: legal assistant, legal secretary, paralegal work
[certification]
CPA: certified public accountant, cpa license > accounting
ACCA: acca qualified, acca part-qualified, chartered certified accountant > accounting
CIMA: =CIMA, chartered management accountant > management-accounting
ACA: =ACA, icaew, chartered accountant > accounting
CMA @cma: certified management accountant, us cma > management-accounting
CFA: chartered financial analyst, cfa charterholder, cfa level > financial-analysis
CFP: certified financial planner > wealth-management
CIA @cia: certified internal auditor > auditing
FRM: financial risk manager > financial-risk-management
Enrolled Agent: > tax-preparation
AAT: =AAT, aat level 3, aat level 4, aat qualified > bookkeeping
Certified Bookkeeper: > bookkeeping
Series 7: series 63, series 66, finra series 7 > financial-markets
CAMS: certified anti-money laundering specialist > anti-money-laundering
SHRM-CP: shrm certified professional, shrm-scp, shrm > human-resources
PHR: sphr, professional in human resources > human-resources
CIPD: cipd level 5, cipd level 7, cipd level 3, cipd qualified > human-resources
Bar admission: admitted to the bar, bar membership, active bar, licensed attorney, state bar, qualified solicitor, admitted to practice > legal-research
Notary public: > notarization
CIPP: cipp/e, cipp/us, certified information privacy professional > gdpr
Insurance licence: insurance license, property and casualty license, licensed insurance agent > insurance
Certified Payroll Professional: > payroll
`;

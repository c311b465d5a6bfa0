/** Health, nursing, social work and teaching. */
export const care = `
[tool]
Epic EHR @epic-ehr: =Epic, epic systems, epic emr, epiccare > electronic-health-records
Cerner: oracle health, cerner powerchart > electronic-health-records
Meditech: > electronic-health-records
Allscripts: > electronic-health-records
athenahealth: > electronic-health-records
eClinicalWorks: > electronic-health-records
NextGen Healthcare: > electronic-health-records
SystmOne: > electronic-health-records
EMIS Web: =EMIS > electronic-health-records
PointClickCare: point click care > electronic-health-records
Dentrix: > dental-care
Eaglesoft: > dental-care
Open Dental: > dental-care
Pyxis: > medication-administration
Omnicell: > medication-administration
PACS: =PACS, picture archiving > radiology
IV pumps: infusion pump, iv pump > iv-therapy
Canvas LMS: =Canvas > learning-management-systems
Moodle: > learning-management-systems
Blackboard: blackboard learn > learning-management-systems
Google Classroom: > educational-technology
=Seesaw: > educational-technology
ClassDojo: class dojo > educational-technology
Smartboard: interactive whiteboard, smart board > educational-technology
PowerSchool: > student-information-systems
Infinite Campus: > student-information-systems
=Skyward: > student-information-systems
Kahoot: > educational-technology
Nearpod: > educational-technology
Quizlet: > educational-technology
[method]
Patient care: direct patient care, patient-centred care, patient-centered care, bedside care, care of patients, caring for patients
Patient assessment: nursing assessment, head-to-toe assessment, health assessment, assessing patients
Patient education: health education, educating patients
Patient advocacy
Vital signs: vital sign, monitoring vitals, taking vitals, observations and vital signs
Medication administration: administering medication, administer medications, medication management, administering medications, medication rounds, administer medication
IV therapy: iv insertion, intravenous therapy, iv cannulation, cannulation, iv medications
Phlebotomy: venipuncture, blood draws, venepuncture, blood draw, taking blood
Wound care: wound dressing, wound management, dressing changes
Catheterization: catheter care, catheterisation, foley catheter
Triage: telephone triage, patient triage
Infection control: infection prevention, aseptic technique, infection prevention and control, universal precautions
Care planning: care plan, nursing care plan, developing care plans, individualized care plans
Case management: care coordination, care management, discharge planning
Clinical documentation: charting, medical charting, clinical records, patient records, documentation of care
Electronic health records: ehr, emr, electronic medical record, electronic health record, electronic patient record
Ventilator management: mechanical ventilation, ventilator, airway management, ventilated patients
Telemetry monitoring: telemetry, cardiac monitoring, ecg interpretation, ekg, ecg
Tracheostomy care: trach care
Tube feeding: enteral feeding, ng tube, peg feeding, nasogastric tube
Moving and handling: patient transfers, manual handling of patients, hoisting, patient lifting
Activities of daily living: =ADLs, =ADL, personal care, assisting with bathing, personal hygiene assistance
Palliative care: end-of-life care, hospice care, hospice
Post-operative care: perioperative care, pre-operative care, perioperative nursing
Pain management: pain assessment
Immunization: vaccination, vaccine administration, immunisation
Specimen collection: sample collection
Medical coding: icd-10, cpt coding, icd-10 coding, icd 10
Medical billing: medical claims, healthcare billing, claims submission, insurance verification
Medical terminology
Medical transcription
Medical scheduling: patient scheduling, patient registration, patient intake, scheduling patients
Telehealth: telemedicine, virtual care
Crisis intervention: suicide prevention, crisis counseling
Counseling: counselling, psychotherapy, therapeutic counseling
Cognitive behavioral therapy @cbt: =CBT, cognitive behavioural therapy > counseling
Group therapy: > counseling
Behavior management: behavior intervention, behaviour management, positive behavior support, classroom behaviour
Applied behavior analysis: =ABA, aba therapy
Motivational interviewing: trauma-informed care
Safeguarding: child protection, safeguarding children, safeguarding adults, vulnerable adults
Rehabilitation: physical rehabilitation, stroke rehabilitation
Manual therapy: joint mobilization, soft tissue mobilization
Exercise prescription: therapeutic exercise, gait training
Speech therapy: speech-language pathology, speech and language therapy, dysphagia
Dispensing: medication dispensing, prescription dispensing, compounding, dispensing prescriptions
Pharmacy operations: pharmacy practice, pharmacology
Radiography: x-ray imaging, ct scan, mri, diagnostic imaging, x-rays, x-ray
Ultrasound: sonography, diagnostic sonography
Sterilization: autoclave, instrument sterilization, sterile processing
Surgical assistance: scrub nurse, surgical technology, operating room, operating theatre
Clinical trials: clinical trial, good clinical practice, =GCP guidelines, ich-gcp, clinical research
Medical device compliance: iso 13485, fda 510(k), medical device regulations
Quality improvement in care: patient safety, clinical audit, joint commission standards, clinical governance
Lesson planning: lesson plans, lesson plan, planning lessons
Curriculum development: curriculum design, curriculum planning, curriculum, scheme of work, schemes of work
Classroom management: managing a classroom, classroom behavior management
Differentiated instruction: differentiation, differentiated teaching, differentiated learning
Student assessment: formative assessment, summative assessment, assessment for learning, student evaluation, grading, marking
Special education: special educational needs, =SEN, =SEND, special needs, learning disabilities, =IEP, individualized education program, iep, iep development
Tutoring: private tuition, one-to-one tuition, tutor
Early childhood education: early years, preschool education, =EYFS, early childhood development, kindergarten
Literacy instruction: phonics, guided reading, reading instruction
Parent communication: parent-teacher conferences, parent engagement, communicating with parents
Student advising: academic advising, pastoral care, student counseling, student support
Educational technology: edtech, education technology, ed tech
Learning management systems: learning management system, =LMS
E-learning: online learning, online teaching, distance learning, elearning, remote teaching, virtual instruction
English as a second language: =ESL, =EFL, teaching english, esol, english language teaching, =ELL, english language learners
STEM education: stem teaching, science teaching
Mathematics teaching: teaching mathematics, teaching maths, math instruction
Student information systems: student information system, student records
Childcare: child care, nursery care, childminding, looking after children
Coaching sports: sports coaching, athletic training, personal training, fitness instruction
[domain]
Nursing: registered nursing, nursing care, nursing experience, clinical nursing
Critical care: =ICU, intensive care, critical care nursing, =CCU, intensive care unit
Emergency medicine: emergency department, =ER nursing, emergency nursing, a&e, emergency room, accident and emergency
Pediatrics: paediatrics, pediatric nursing, paediatric, pediatric, =NICU, =PICU
Geriatrics: elderly care, geriatric care, aged care, older adults, care of the elderly, elder care, long-term care
Dementia care: dementia, alzheimer's care
Oncology: cancer care, oncology nursing, chemotherapy administration
Cardiology: cardiac care, cardiac nursing, cardiovascular care
Mental health: mental health nursing, psychiatric nursing, psychiatry, behavioral health, psychiatric care
Labor and delivery: labour ward, maternity care, obstetrics, midwifery
Medical-surgical nursing: med-surg, med surg, medical surgical
Home health: home care, domiciliary care, home healthcare
Community nursing: district nursing, public health nursing
Primary care: family medicine, general practice
Public health: epidemiology, population health
Dental care: dentistry, dental hygiene, dental assisting, chairside assistance, chairside
Physical therapy: physiotherapy, physical therapist, physiotherapist
Occupational therapy: occupational therapist
Nutrition: dietetics, nutritional counseling, medical nutrition therapy, diet planning
Psychology: clinical psychology
Social work: social worker, social services
Substance abuse treatment: addiction counseling, addiction treatment, substance misuse
Veterinary care: veterinary nursing, animal care, animal health
Optometry: optical dispensing
Radiology: medical imaging
Surgery: surgical procedures, general surgery
Anatomy and physiology: anatomy, physiology
Teaching: classroom teaching, teaching experience, classroom instruction, teacher
Primary education: elementary education, primary teaching, primary school, elementary school, key stage 1, key stage 2, =KS1, =KS2
Secondary education: secondary teaching, high school teaching, secondary school, key stage 3, gcse, a-level, middle school
Higher education: university teaching, lecturing
Adult education: vocational training
Educational leadership: school leadership, school administration
Library science: librarianship, cataloguing, cataloging
Medical assisting: medical assistant, clinical support
Healthcare administration: healthcare management, practice management, hospital administration, medical office
Health informatics: clinical informatics
[certification]
Registered nurse @registered-nurse: =RN, rn license, rn licence, licensed registered nurse, registered general nurse, =RGN, nmc registration, nmc registered, nmc pin, =NMC > nursing
Licensed practical nurse: =LPN, =LVN, licensed vocational nurse > nursing
Nurse practitioner: =FNP, family nurse practitioner, advanced practice nurse > registered-nurse
Certified nursing assistant: =CNA, certified nurse aide, state tested nursing assistant > patient-care
Healthcare assistant: =HCA, health care assistant, nursing assistant > patient-care
BLS: =BLS, basic life support, bls certification, bls certified > cpr
ACLS: =ACLS, advanced cardiac life support, advanced cardiovascular life support > bls
PALS: =PALS, pediatric advanced life support > bls
TNCC: =TNCC, trauma nursing core course > emergency-medicine
CCRN: =CCRN > critical-care
CPR: =CPR, cpr certified, cpr certification, cardiopulmonary resuscitation
First aid: first aider, first aid certificate, paediatric first aid, pediatric first aid
HCPC registration: =HCPC, hcpc registered
GMC registration: =GMC, gmc registered, full gmc registration
Medical licence: medical license, board certified physician, licensed physician
DEA registration: =DEA license
Certified medical assistant: =CMA certified, =RMA, registered medical assistant > medical-assisting
Certified professional coder: =CPC, aapc certified, =CCS coder > medical-coding
Certified pharmacy technician: =CPhT, pharmacy technician > dispensing
EMT certification @emt: =EMT, emt-b, emergency medical technician, paramedic > emergency-medicine, cpr
Licensed clinical social worker: =LCSW, =LMSW, licensed social worker > social-work
Licensed professional counselor: =LPC, =LMFT > counseling
BCBA: board certified behavior analyst, registered behavior technician, =RBT > applied-behavior-analysis
Registered dietitian: =RDN, registered dietician, licensed dietitian > nutrition
Radiologic technologist certification: =ARRT, arrt certified > radiography
Phlebotomy certification: certified phlebotomist, certified phlebotomy technician > phlebotomy
Care certificate: nvq level 2 in health and social care, nvq health and social care, level 3 health and social care > patient-care
Teaching licence: teaching license, state teaching license, teaching certificate, state teaching certification, teaching certification, teaching credential, licensed teacher, certified teacher, teacher certification > teaching
QTS: =QTS, qualified teacher status, pgce, =PGCE > teaching
TEFL: =TEFL, tesol, celta, =TESOL, =CELTA > english-as-a-second-language
CDA credential: child development associate > early-childhood-education
DBS check: enhanced dbs, =DBS, background clearance for children
`;

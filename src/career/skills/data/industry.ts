/** Making, building, moving and serving; and the sciences. */
export const industry = `
[tool]
AutoCAD: auto cad, autocad lt > cad
SolidWorks: solid works > cad
CATIA: > cad
Siemens NX: unigraphics > cad
Creo: ptc creo, pro/engineer > cad
Autodesk Inventor: > cad
Fusion 360: > cad, cam
Mastercam: > cam
Revit: autodesk revit > bim
Navisworks: > bim
ArchiCAD: > bim
SketchUp: sketch up, google sketchup > 3d-modeling
Rhino: rhino 3d, rhinoceros 3d, grasshopper 3d > 3d-modeling
Civil 3D: autocad civil 3d > cad, civil-engineering
STAAD Pro: staad.pro > structural-engineering
ETABS: > structural-engineering
SAP2000: > structural-engineering
ANSYS: > fea
Abaqus: > fea
COMSOL: > fea
Nastran: > fea
Simulink: > matlab
LabVIEW: lab view
PSpice: ltspice > electronics
Altium Designer: altium > pcb-design
KiCad: > pcb-design
OrCAD: > pcb-design
PLC programming: =PLC, ladder logic, programmable logic controller > industrial-automation
Siemens TIA Portal: tia portal, siemens s7 > industrial-automation
Allen-Bradley: rslogix, studio 5000 > industrial-automation
SCADA: =SCADA, =HMI, wonderware > industrial-automation
CNC machining: =CNC, cnc operation, cnc machine, cnc operator, cnc programming, cnc milling, cnc turning, cnc lathe > machining
G-code: g code > cnc-machining
Fanuc controls: fanuc > cnc-machining
=Haas: haas controls > cnc-machining
Heidenhain: > cnc-machining
Forklift operation: forklift, fork lift, forklift driving, reach truck, counterbalance, forklift truck, forklift operator
Pallet jack: pallet truck, pump truck
Overhead crane: crane operation, rigging, gantry crane
Heavy equipment operation: excavator, bulldozer, backhoe, skid steer, telehandler, heavy machinery
Hand tools: power tools, hand and power tools
Precision measurement: calipers, micrometer, micrometers, gauges, cmm, coordinate measuring machine, vernier
Multimeter: oscilloscope, electrical test equipment > electronics
Laser cutting: plasma cutting, waterjet
Press brake: sheet metal, sheet metal fabrication > metal-fabrication
3D printing: additive manufacturing
Procore: > construction-management
Bluebeam: bluebeam revu > construction-management
PlanGrid: > construction-management
Buildertrend: > construction-management
Warehouse management system: =WMS, manhattan wms, warehouse management systems > warehousing
Transportation management system: =TMS, transport management system > transport-planning
RF scanner: handheld scanner, barcode scanner, rf scanning, barcode scanning > order-picking
Opera PMS: =Opera PMS, oracle opera, opera property management, micros opera > hotel-operations
Micros POS: > point-of-sale
Toast POS: toast point of sale > point-of-sale
Square POS: > point-of-sale
Aloha POS: > point-of-sale
Amadeus GDS @amadeus: =Amadeus > travel-booking-systems
Sabre GDS @sabre: =Sabre > travel-booking-systems
Galileo GDS: > travel-booking-systems
Global distribution systems: =GDS > travel-booking-systems
OpenTable: > table-service
Resy: > table-service
SevenRooms: > table-service
HPLC: =HPLC, high performance liquid chromatography, chromatography > analytical-chemistry
Mass spectrometry: mass spec, lc-ms, gc-ms > analytical-chemistry
Spectroscopy: nmr, ftir, uv-vis > analytical-chemistry
Microscopy: confocal microscopy, electron microscopy
Flow cytometry: facs
PCR: =PCR, qpcr, rt-pcr, polymerase chain reaction > molecular-biology
CRISPR: gene editing > molecular-biology
ELISA: western blot, western blotting, immunoassay > molecular-biology
Next-generation sequencing: =NGS, dna sequencing > molecular-biology
LIMS: laboratory information management system
GraphPad Prism: > statistics
Mathematica: wolfram mathematica, maple software
Espresso machine: barista, latte art, coffee making, barista skills
[method]
Lean manufacturing: lean, lean production, lean principles, toyota production system, value stream mapping
5S: 5s methodology > lean-manufacturing
Six Sigma: lean six sigma, dmaic > process-improvement
Kaizen events @kaizen-events: kaizen event, gemba > lean-manufacturing
Total productive maintenance: =TPM > lean-manufacturing
Just-in-time: =JIT, just in time > lean-manufacturing
Statistical process control: =SPC > quality-control
Quality control: =QC, quality inspection, product inspection, quality checks, visual inspection
Quality management: quality management system, =QMS, total quality management
FMEA: =FMEA, failure mode and effects analysis > risk-management
PPAP: =PPAP, =APQP > quality-management
8D: 8d report, 5 whys, corrective action, =CAPA > root-cause
Root cause problem solving @root-cause: fishbone diagram, corrective and preventive action
GD&T: geometric dimensioning, geometric dimensioning and tolerancing
Blueprint reading: reading blueprints, technical drawings, read blueprints, engineering drawings, technical drawing, schematics, reading technical drawings
Machining: milling, lathe, turning and milling, grinding, machinist
Welding: welder, arc welding, stick welding, spot welding
MIG welding: =MIG, gmaw, mig/mag > welding
TIG welding: =TIG, gtaw > welding
Soldering: brazing, ipc-a-610 > electronics
Metal fabrication: metalworking, steel fabrication
Assembly: mechanical assembly, assembly line, production assembly, assembling components
Machine operation: machine operator, operating machinery, production machinery, machine setup, machine set-up
Injection molding: injection moulding, blow molding
Production planning: production scheduling, production control, =MRP, mrp planning, material requirements planning
Production supervision: production management, shift supervision, shift leadership
Preventive maintenance: preventative maintenance, planned maintenance, equipment maintenance, maintenance and repair, machine maintenance
Predictive maintenance: condition monitoring, vibration analysis
Equipment calibration: calibration, instrument calibration
Hydraulics: pneumatics, hydraulic systems, pneumatic systems, hydraulics and pneumatics
Lockout/tagout: lockout tagout, =LOTO > workplace-safety
Workplace safety: occupational health and safety, health and safety, =HSE, =EHS, =OHS, safety regulations, safety procedures, osha standards, osha regulations, safety compliance, site safety
Hazardous materials handling: hazmat, hazardous materials, coshh, dangerous goods, msds
Good manufacturing practice: =GMP, =cGMP, cgmp, gmp compliance, gxp
Process validation: =IQ/OQ/PQ, equipment validation, computer system validation
HACCP: =HACCP, haccp principles > food-safety
CAD: =CAD, computer-aided design, cad software, cad drawing, 3d cad
CAM: =CAM, cad/cam, computer-aided manufacturing
Finite element analysis @fea: =FEA, finite element method, =FEM
Computational fluid dynamics: =CFD
BIM: =BIM, building information modeling, building information modelling
Product lifecycle management: =PLM, windchill, teamcenter
PCB design: pcb layout, printed circuit board
Circuit design: analog design, digital circuit, schematic capture
Warehousing: warehouse operations, warehouse management, warehouse experience, warehouse
Order picking: pick and pack, picking and packing, order fulfillment, order fulfilment, picking, packing
Shipping and receiving: shipping, goods-in, goods in, receiving goods, loading and unloading, goods receipt, dispatch
Transport planning: route planning, route optimization, fleet management, transportation planning
Freight forwarding: freight, air freight, sea freight, ocean freight, freight brokerage
Customs clearance: customs, customs declarations, import/export, incoterms, import and export
Supply chain management: supply chain, supply-chain, scm
Demand planning: =S&OP, s&op, sales and operations planning, supply planning
Procurement: purchasing, strategic sourcing, buying, purchase orders, supplier negotiation
Last-mile delivery: delivery driving, parcel delivery, courier, van driving
Truck driving: hgv driving, lorry driving, long-haul driving, commercial driving, tractor-trailer
Tachograph compliance: hours of service, electronic logging device, =ELD logs
Construction management: construction project management, site management, site supervision, managing construction sites
Estimating: cost estimating, quantity surveying, quantity takeoff, takeoffs, quantity take-off
Carpentry: joinery, framing, finish carpentry, woodworking, cabinet making
Masonry: bricklaying, stonework
Concrete work: concrete, formwork, concrete finishing, rebar
Drywall: plastering, plasterboard, drywall installation
Painting and decorating: interior painting, exterior painting
Roofing
Flooring: tiling, tile setting
Plumbing: pipefitting, pipe fitting, plumber, pipework
Electrical installation: electrical wiring, wiring, conduit, electrical systems, conduit bending
HVAC: =HVAC, heating and cooling, air conditioning, refrigeration, heating ventilation and air conditioning
Scaffolding
Surveying: land surveying, total station
Building inspection: building codes, building regulations, building code, local codes
Facilities management: facility management, building maintenance, facilities maintenance
Landscaping: gardening, groundskeeping, horticulture
Solar installation: photovoltaic, solar panels, solar pv
Food preparation: food prep, prep work, preparing food, meal preparation
Cooking: culinary arts, culinary, line cooking, grill cooking, grill, sauté
Menu planning: menu development, menu design, recipe development
Baking: pastry, patisserie, bread making
Food safety: food hygiene, food handling, safe food handling, food safety standards
Kitchen management: kitchen operations, running a kitchen, kitchen supervision
Food cost control: food costing, portion control, cost of goods, food cost
Table service: waiting tables, food service, serving guests, waiter, waitress, fine dining service
Bartending: mixology, cocktail preparation, bar service, cocktails
Wine knowledge: sommelier, wine service, wine pairing
Housekeeping: room cleaning, cleaning rooms, deep cleaning, commercial cleaning, janitorial
Hotel operations: hotel management, hotel front office, night audit, check-in and check-out, guest check-in
Guest relations: guest satisfaction, concierge, guest experience
Reservations management: reservations, booking management, room reservations
Revenue management: yield management
Banquet operations: banquets, banqueting, catering
Tour guiding: tour operation, itinerary planning
Travel booking systems: travel agency
Scientific writing: scientific publications, academic writing, peer-reviewed publications, manuscript preparation
Literature review: systematic review
Laboratory techniques: lab techniques, laboratory skills, bench work, wet lab, laboratory experience
Laboratory safety: biosafety, bsl-2
Sample preparation: sample prep, titration
Cell culture: tissue culture, mammalian cell culture
Good laboratory practice: =GLP, glp
Protein purification: protein expression
Animal handling: in vivo studies, animal models
Field work: fieldwork, field sampling, environmental sampling
Environmental impact assessment: =EIA, environmental assessment
Waste management: recycling, wastewater treatment, water treatment
Crop management: agronomy, irrigation, crop production
Livestock management: animal husbandry, dairy farming
Security guarding: security patrol, access control, cctv monitoring, security guard, cctv
Investigation: surveillance, evidence collection
Emergency response: firefighting, emergency preparedness, search and rescue
Hairdressing: hair cutting, hair styling, hair coloring, barbering
Beauty therapy: skincare treatments, makeup artistry, manicure, nail technician
Massage therapy
Sewing: tailoring, textile production
Auto repair: automotive repair, vehicle diagnostics, engine repair, brake repair, automotive diagnostics, vehicle maintenance, auto mechanic
Aircraft maintenance: avionics, airframe maintenance
Furniture assembly: furniture making, upholstery
[domain]
Mechanical engineering: mechanical engineer, machine design, mechanical design
Electrical engineering: electrical engineer, power electronics, power systems
Electronics: electronic circuits, electronics repair
Civil engineering: civil engineer
Structural engineering: structural design, structural analysis
Chemical engineering: process engineering, process engineer, chemical process
Industrial engineering: manufacturing engineering, time and motion study
Industrial automation: automation engineering, factory automation, process control, control systems
Aerospace engineering: aeronautical engineering
Automotive engineering: automotive industry, autosar, can bus
Systems engineering: mbse, systems engineer
Materials science: metallurgy, polymers
Thermodynamics: heat transfer
Mechatronics
Renewable energy: wind energy, solar energy
Energy management: energy efficiency
Oil and gas: petroleum engineering, drilling operations
Mining engineering: mine operations
Manufacturing: production environment, manufacturing environment, factory work
Logistics: logistics operations, logistics coordination
Construction: construction industry, construction site, construction experience
Architecture design @architecture: architectural drawing, building design, architectural drafting
Urban planning: town planning, zoning
Hospitality: hospitality industry, hospitality management
Tourism: travel industry
Biology: life sciences, biological sciences
Molecular biology: genetics, cloning dna
Microbiology: bacteriology, virology
Biochemistry
Biotechnology: biotech
Chemistry: organic chemistry, inorganic chemistry
Analytical chemistry: chemical analysis
Physics: quantum mechanics, optics, astrophysics
Mathematics: applied mathematics, calculus, linear algebra
Environmental science: ecology, environmental management
Geology: earth science, geophysics, hydrology
Neuroscience
Immunology
Pharmaceuticals: pharma, pharmaceutical industry, drug development, drug discovery
Agriculture: farming
Food science: food technology
Sustainability: =ESG, esg reporting, carbon accounting, life cycle assessment
[certification]
Driver's licence @drivers-licence: driver's license, driving licence, drivers license, valid driver license, clean driving licence, full driving licence, driving license, class b licence, category b licence
CDL: =CDL, cdl class a, commercial driver's license, class a cdl, cdl-a, commercial drivers license > drivers-licence, truck-driving
HGV licence: hgv class 1, hgv class 2, lgv licence, category c+e, cat c+e, c+e licence, hgv license, class 1 licence > drivers-licence, truck-driving
Driver CPC: driver certificate of professional competence, cpc card > truck-driving
ADR certificate: =ADR, adr licence > hazardous-materials-handling
Hazmat endorsement: tanker endorsement > cdl, hazardous-materials-handling
TWIC card: =TWIC
Forklift licence: forklift license, forklift certification, forklift certificate, forklift certified, certified forklift operator, flt licence, counterbalance licence, reach truck licence > forklift-operation
OSHA 10: osha-10, osha 10-hour > workplace-safety
OSHA 30: osha-30, osha 30-hour > osha-10
CSCS card: =CSCS, cscs > construction
SMSTS: sssts > workplace-safety
NEBOSH: nebosh general certificate > workplace-safety
IOSH: iosh managing safely > workplace-safety
Journeyman electrician licence: journeyman license, journeyman electrician, licensed electrician, master electrician, electrician license, electrical license > electrical-installation
NICEIC: 18th edition, 18th edition wiring regulations, bs 7671 > electrical-installation
Plumbing licence: plumbing license, licensed plumber, master plumber, journeyman plumber > plumbing
EPA 608: epa section 608, epa 608 certification, epa universal > hvac
Gas Safe: gas safe registered, gas safe registration > plumbing
Welding certification: aws d1.1, certified welder, coded welder, aws certified welder > welding
Six Sigma Green Belt: green belt > six-sigma
Six Sigma Black Belt: black belt > six-sigma
ASQ certification: certified quality engineer, =CQE > quality-management
ISO 9001: iso9001, iso 9001 auditor > quality-management
AS9100: iatf 16949, iso/ts 16949 > quality-management
ISO 14001: > environmental-science
ISO 17025: > good-laboratory-practice
APICS CPIM: =CPIM, =CSCP, apics > supply-chain-management
CIPS: =CIPS, mcips > procurement
PE licence: pe license, professional engineer, =EIT, fe exam, chartered engineer, =CEng
LEED: =LEED, leed ap, leed accredited > sustainability
Registered architect: architect license, riba part 2, riba part 3, licensed architect > architecture
ServSafe: serv safe, servsafe certified, food handler card, food handlers card, food handler's card, food handler certification, food handler permit > food-safety
Food hygiene certificate: level 2 food hygiene, food hygiene level 2, level 3 food safety, level 2 food safety, food safety certificate > food-safety
Alcohol service certification: responsible beverage service, tips certified, rbs certification, personal licence holder, smart serve, =RSA certificate > bartending
WSET: =WSET, wset level 2, wset level 3 > wine-knowledge
SIA licence: sia license, sia door supervisor, guard card > security-guarding
ASE certification: ase certified, ase master technician > auto-repair
FAA A&P licence: a&p license, a&p mechanic, part 66 licence, airframe and powerplant > aircraft-maintenance
Cosmetology licence: cosmetology license > hairdressing
Lifeguard certification: lifeguard > cpr
`;

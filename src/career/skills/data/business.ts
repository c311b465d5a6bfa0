/** Products, projects, design, marketing, sales and service. */
export const business = `
[tool]
Figma: figjam > ui-design
Sketch @sketch: sketch app, =Sketch > ui-design
Adobe XD: > ui-design
InVision: invision studio > prototyping
Axure: axure rp > prototyping
Framer: > prototyping
Balsamiq: > wireframing
Miro: mural board
Photoshop: adobe photoshop > adobe-creative-suite
Illustrator @illustrator: adobe illustrator, =Illustrator > adobe-creative-suite
InDesign: adobe indesign > adobe-creative-suite
Adobe Creative Suite: adobe creative cloud, adobe cc, creative suite
Premiere Pro: adobe premiere > video-editing
After Effects: adobe after effects > motion-graphics
Lightroom: adobe lightroom > photography
Final Cut Pro: final cut > video-editing
DaVinci Resolve: > video-editing
Avid Media Composer: > video-editing
Pro Tools: > audio-production
Logic Pro: > audio-production
Ableton: ableton live > audio-production
Blender 3D @blender-3d: =Blender > 3d-modeling
Cinema 4D: > 3d-modeling
3ds Max: autodesk 3ds max > 3d-modeling
Maya: autodesk maya > 3d-modeling
ZBrush: > 3d-modeling
CorelDRAW: corel draw > graphic-design
Canva: > graphic-design
Webflow: > web-design
Wix
Squarespace
Zeplin: > ui-design
Maze testing @maze: > usability-testing
UserTesting: usertesting.com > usability-testing
Hotjar: > usability-testing
Jira: atlassian jira, =JIRA > issue-tracking
Confluence: atlassian confluence
Trello: > issue-tracking
Asana: > issue-tracking
Monday.com: > issue-tracking
ClickUp: > issue-tracking
Linear issue tracker @linear: linear.app > issue-tracking
Notion: notion.so
Basecamp
Smartsheet
Microsoft Project: ms project > project-planning
Primavera: primavera p6 > project-planning
Productboard: aha! roadmaps > product-roadmaps
Microsoft Office: ms office, office 365, microsoft 365, office suite, o365, m365, microsoft office suite
Microsoft Excel @excel: ~Excel, ms excel, advanced excel > spreadsheets, microsoft-office
Microsoft Word @word: ~!Word, ms word > microsoft-office
Microsoft PowerPoint @powerpoint: powerpoint, power point, ms powerpoint > microsoft-office
Microsoft Outlook @outlook: ~!Outlook, ms outlook > microsoft-office
Microsoft Teams @teams: ~!Teams, ms teams
Microsoft Visio: visio
SharePoint: share point, microsoft sharepoint
Power Automate: microsoft flow > process-automation
Power Apps: powerapps, power platform > low-code
Google Workspace: g suite, gsuite, google docs, google drive
Google Sheets: google spreadsheets > spreadsheets
Pivot tables: pivot table > excel
VLOOKUP: xlookup, index match > excel
Slack: slack app
Zoom @zoom: zoom meetings, zoom webinar
Zapier: > process-automation
Make.com: > process-automation
n8n: > process-automation
UiPath: > process-automation
Blue Prism: > process-automation
Automation Anywhere: > process-automation
Robotic process automation: =RPA > process-automation
Lucidchart: > process-mapping
Draw.io: > process-mapping
Google Analytics: ga4, google analytics 4 > web-analytics
Google Tag Manager: =GTM tags, gtm container > web-analytics
Adobe Analytics: omniture > web-analytics
Mixpanel: > product-analytics
Amplitude: amplitude analytics > product-analytics
Heap analytics: > product-analytics
Segment CDP @segment-cdp: segment.io, customer data platform
Google Ads: google adwords, adwords > ppc
Facebook Ads: meta ads, instagram ads, facebook ads manager, meta ads manager > paid-social
LinkedIn Ads: linkedin campaign manager > paid-social
TikTok Ads: tiktok ads manager > paid-social
Programmatic advertising: display & video 360, dv360, the trade desk
SEMrush: sem rush > seo
Ahrefs: ahrefs.com > seo
Moz: =Moz, moz pro > seo
Screaming Frog: > seo
Google Search Console: search console > seo
HubSpot: hub spot > marketing-automation, crm
Marketo: > marketing-automation
Pardot: salesforce marketing cloud account engagement > marketing-automation, salesforce
Mailchimp: mail chimp > email-marketing
Klaviyo: > email-marketing
=Braze: > email-marketing
=Iterable: > email-marketing
ActiveCampaign: > email-marketing
Salesforce Marketing Cloud: > salesforce, marketing-automation
Hootsuite: > social-media-management
Sprout Social: > social-media-management
Salesforce: sfdc, salesforce.com, salesforce crm, salesforce lightning > crm
Zoho CRM: zoho > crm
Pipedrive: > crm
Microsoft Dynamics 365: dynamics 365, dynamics crm, ms dynamics > crm
SugarCRM: > crm
=Gong: gong.io > sales-enablement
Chorus.ai: > sales-enablement
Outreach.io: > sales-engagement
SalesLoft: > sales-engagement
LinkedIn Sales Navigator: sales navigator > prospecting
ZoomInfo: > prospecting
Apollo.io: > prospecting
Zendesk: > customer-support, ticketing-systems
Intercom @intercom: intercom.io, =Intercom > customer-support
Freshdesk: > customer-support, ticketing-systems
Freshservice: > itsm, ticketing-systems
Gainsight: > customer-success
Totango: > customer-success
Genesys: > call-center
Five9: > call-center
Avaya: > call-center
Qualtrics: > survey-design
SurveyMonkey: > survey-design
Typeform: > survey-design
Eventbrite: cvent > event-management
[method]
Spreadsheets: spreadsheet
Agile: agile methodology, agile methodologies, agile development, agile environment, agile delivery
Scrum: sprint planning, scrum ceremonies, sprint > agile
Kanban: > agile
SAFe @safe: =SAFe, scaled agile, scaled agile framework > agile
Extreme programming: > agile
Waterfall @waterfall: waterfall methodology
PRINCE2 methodology @prince2-method: prince2 method > project-management
OKRs: okr, objectives and key results
KPIs: kpi, key performance indicator
Backlog management: backlog grooming, backlog refinement, product backlog
User stories: user story, acceptance criteria
Product roadmaps: roadmap, product roadmap, roadmapping, roadmap planning
Product discovery: customer discovery, user discovery
Product strategy: product vision
Product launch: go-to-market, =GTM, go to market, go-to-market strategy, product launches
Requirements gathering: requirements analysis, requirements elicitation, business requirements, gathering requirements
Prioritization: rice scoring, moscow prioritization
Stakeholder management: stakeholder engagement, stakeholder communication, managing stakeholders
Change management: organizational change, change control
Risk management: risk assessment, risk mitigation, risk analysis
Resource planning: resource management, resource allocation
Project planning: project scheduling, project plan, project schedule, scheduling projects, gantt
Budget management: budget control, managing budgets, budget responsibility, budget oversight
Vendor management: supplier management, vendor relations, vendor relationship
Process improvement: process optimization, process optimisation, continuous improvement, business process improvement, kaizen
Process mapping: bpmn, business process modeling, process modelling
Process automation: workflow automation, business process automation
Business process management: =BPM
Low-code: no-code, low code
Issue tracking
Gap analysis: root cause analysis, =RCA
Market research: market analysis, market sizing
Competitive analysis: competitor analysis, competitive intelligence, competitor research
User research: ux research, user interviews, customer interviews, user testing
Usability testing: usability test
Wireframing: wireframe
Prototyping: prototype, rapid prototyping
UX design: =UX, user experience, user experience design, ui/ux, ux/ui, ui/ux design, ux/ui design
UI design: =UI, user interface design, interface design, visual design, user interface
Interaction design: > ux-design
Information architecture: user flows, sitemap
Design systems: design system, component library
Design thinking: human-centered design, user-centered design, human-centred design
Service design
Journey mapping: customer journey, customer journey mapping, user journey, personas
Typography: type design
Color theory: colour theory
Layout design: page layout, print design, prepress
Brand identity: logo design, branding, brand design, visual identity
Motion graphics: motion design, animation, 2d animation
3D modeling: 3d modelling, 3d rendering, 3d animation
Illustration: digital illustration, storyboarding
Video editing: video production, videography
Audio production: sound design, audio editing, podcast production
Photography: photo editing, photo retouching
Creative direction: art direction
Copywriting: copy writing, ad copy
Copy editing: copyediting, proofreading, editing and proofreading, editorial
Content writing: blog writing, content creation, content production, article writing
Content strategy: content marketing, content planning, editorial calendar
Social media management: social media, social media marketing, community management
Influencer marketing: affiliate marketing
Email marketing: email campaign, email automation, newsletter
SEO: search engine optimization, on-page seo, technical seo, keyword research, link building
PPC: pay per click, paid search, =SEM, search engine marketing, paid media
Paid social: paid social media, social advertising
Display advertising: media buying, media planning
Marketing automation: lead nurturing
Marketing strategy: marketing plan, marketing planning, integrated marketing
Campaign management: marketing campaign, campaign planning, campaign execution
Lead generation: demand generation, demand gen, lead gen
Conversion rate optimization: =CRO, conversion optimization, landing page optimization
Growth marketing: growth hacking, user acquisition, customer acquisition
Brand management: brand strategy, brand marketing
Product marketing: positioning and messaging, product positioning
Public relations: =PR, media relations, press release
Event management: event planning, event coordination, event marketing, trade show
Market segmentation: customer segmentation, audience segmentation
Customer retention: churn reduction, retention marketing, loyalty program
Attribution modeling: marketing attribution, marketing mix modeling
Account-based marketing: =ABM, abm
Crisis communication: crisis communications
Internal communications: corporate communications
Prospecting: cold calling, cold outreach, cold email, sales prospecting
Sales pipeline management: pipeline management, sales pipeline
Account management: key account management, account manager, key accounts
Business development: new business development, new business
Sales forecasting: sales forecast
Consultative selling: solution selling, spin selling, value selling, challenger sale
MEDDIC: meddpicc > b2b-sales
B2B sales: =B2B, business-to-business, enterprise sales, b2b
B2C: =B2C, consumer marketing
SaaS sales: saas, software as a service
Inside sales: telesales, telemarketing
Field sales: outside sales, territory management, territory sales
Channel sales: partner management, channel partners, partnerships
Retail sales: retail, retail store, shop floor
Upselling: cross-selling, upsell, cross sell, up-selling
Quota attainment: sales quota, sales target, exceeding quota
Product demonstrations: product demo, sales demo, demos
Sales enablement: sales training
Sales engagement: sales cadence
Sales operations: revenue operations, revops, sales ops
Contract negotiation: negotiating contracts, contract negotiations
Proposal writing: rfp, rfp response, tender, bid writing, request for proposal, tendering
Pricing strategy: pricing, price optimization
CRM @crm: customer relationship management, crm software, crm system
Customer support: customer service, client service, customer care, guest service, client support, customer experience
Customer success: client onboarding, customer onboarding, customer success management
Call center: call centre, contact center, contact centre, call handling
Complaint handling: complaint resolution, conflict de-escalation, de-escalation, handling complaints
Visual merchandising: merchandising, window display, store display
Cash handling: cash management, till operation, cashiering, cash register, cashier
Point of sale: =POS, pos system, point-of-sale, epos
Inventory management: inventory control, stock control, stock management, stock taking, stocktaking, inventory counts, stock count
Loss prevention: shrinkage, shoplifting prevention
Store operations: store management, retail management
Executive assistance: executive support, personal assistant, pa support, executive assistant
Office administration: administrative support, office management, administrative assistant, clerical, clerical duties, administration skills
Calendar management: diary management, appointment scheduling, scheduling appointments, scheduling meetings
Travel coordination: travel arrangements, travel booking, booking travel
Minute taking: taking minutes, meeting minutes
Document management: records management, filing, document control, record keeping, recordkeeping
Front desk: reception, receptionist, front office, switchboard
Typing: touch typing, typing speed, =WPM, words per minute
Transcription
Fundraising: donor relations, grant writing, donor management, major gifts
Volunteer management: volunteer coordination
Policy development: policy analysis, public policy
Translation: interpreting, interpretation services, translation services
Journalism: news writing, reporting news, investigative reporting
[domain]
Product management: product manager, product owner, product ownership
Project management: project manager, managing projects, project delivery, project coordination, project leadership
Program management: programme management, program manager, =PMO
Business analysis: business analyst
Operations management: operations manager, business operations
Management consulting: strategy consulting
Strategic planning: business strategy, corporate strategy, strategy development
Digital marketing: online marketing, digital campaigns
Marketing: marketing communications, marcom
Advertising
Sales: sales experience, selling
Graphic design: graphic designer
Web design: web designer
Product design: product designer
Industrial design
Fashion design: pattern making, garment construction
Interior design: space planning
Digital transformation: digitalization
Real estate: property management, real estate sales, lettings, leasing
Nonprofit: nonprofit sector, charity sector, non-profit
Publishing
Film production: media production, broadcast production
[certification]
PMP: project management professional, pmp certified > project-management
PRINCE2: prince2 practitioner, prince2 foundation > project-management
CAPM: certified associate in project management > project-management
Certified ScrumMaster: certified scrum master, =CSM, scrum master, =PSM, professional scrum master > scrum
Certified Scrum Product Owner: =CSPO, professional scrum product owner, =PSPO > scrum, product-management
SAFe Agilist: certified safe agilist > safe
PMI-ACP: pmi agile certified practitioner > agile, project-management
CBAP: ccba > business-analysis
Google Analytics Certification: google analytics certified > google-analytics
Google Ads Certification: google ads certified > google-ads
HubSpot Certification: hubspot inbound, hubspot certified > hubspot
Salesforce Administrator Certification: salesforce certified administrator, salesforce administrator > salesforce
Salesforce Platform Developer: salesforce certified platform developer, salesforce developer > salesforce
Real estate licence: real estate license, realtor license > real-estate
Nielsen Norman UX Certification: nn/g ux certified > ux-design
Chartered Marketer: cim diploma > marketing
`;

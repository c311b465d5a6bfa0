/** Clouds, operations, networks and security. */
export const cloud = `
[platform]
AWS: amazon web services, amazon aws, aws cloud > cloud-computing
Google Cloud @google-cloud: gcp, google cloud platform > cloud-computing
Azure: microsoft azure, azure cloud > cloud-computing
IBM Cloud: > cloud-computing
Oracle Cloud: =OCI, oracle cloud infrastructure > cloud-computing
DigitalOcean: digital ocean > cloud-computing
Heroku: > cloud-computing
Vercel: > cloud-computing
Netlify: > cloud-computing
Cloudflare: cloudflare workers
Fly.io: > cloud-computing
OpenStack: > cloud-computing
VMware: vsphere, vcenter, esxi > virtualization
Hyper-V: > virtualization
Proxmox: > virtualization
Kubernetes: k8s, kube, kubernetes cluster > containers
OpenShift: red hat openshift > kubernetes
Amazon EKS: =EKS, elastic kubernetes service > kubernetes, aws
Google Kubernetes Engine: =GKE > kubernetes, google-cloud
Azure Kubernetes Service: =AKS > kubernetes, azure
Amazon ECS: =ECS, elastic container service, fargate, aws fargate > containers, aws
Amazon EC2: =EC2, aws ec2 > aws
Amazon S3: =S3, aws s3 > aws
Amazon RDS: =RDS, aws rds, aurora > aws, relational-databases
AWS Lambda: =Lambda, lambda functions > aws, serverless
Amazon ElastiCache: elasticache > aws, caching
Amazon CloudWatch: cloudwatch > aws, monitoring
AWS CloudFormation: cloudformation > aws, infrastructure-as-code
AWS CDK: cloud development kit > aws, infrastructure-as-code
Amazon SQS: =SQS, =SNS, amazon sns > aws, message-queues
Amazon Kinesis: kinesis > aws, stream-processing
AWS Step Functions: step functions > aws
Amazon API Gateway: api gateway > apis
AWS IAM: > aws, authentication
Amazon VPC: =VPC > aws, networking
Route 53: route53 > aws, dns
Google Cloud Run: cloud run > google-cloud, serverless
Google Pub/Sub: google pubsub, cloud pub/sub > google-cloud, message-queues
Google Cloud Functions: cloud functions > google-cloud, serverless
Azure Functions: azure function > azure, serverless
Azure Active Directory: azure ad, entra id, microsoft entra > azure, authentication
Azure Logic Apps: logic apps > azure
Azure Bicep: bicep > azure, infrastructure-as-code
Docker Swarm: > docker
~Nomad: hashicorp nomad > containers
Citrix: citrix xenapp, citrix virtual apps > virtualization
Okta: > authentication
Auth0: > authentication
Active Directory: ldap, group policy > authentication
Microsoft Intune: intune, mobile device management, jamf
ServiceNow: service now > itsm, ticketing-systems
[tool]
Docker: dockerfile, docker compose, docker-compose, docker container > containers
Podman: > containers
containerd: > containers
Helm: helm chart > kubernetes
Kustomize: > kubernetes
Service mesh
Istio: > kubernetes, service-mesh
Linkerd: > kubernetes, service-mesh
Envoy proxy @envoy: > kubernetes
Argo CD: argocd, argo workflows > gitops
Flux CD: fluxcd > gitops
Terraform: opentofu, terragrunt > infrastructure-as-code
Pulumi: > infrastructure-as-code
Ansible: > configuration-management
Puppet @puppet: puppet enterprise, =Puppet > configuration-management
Chef Infra @chef: chef cookbooks, chef configuration > configuration-management
SaltStack: > configuration-management
Packer: hashicorp packer > infrastructure-as-code
HashiCorp Vault: =Vault > secrets-management
Consul: hashicorp consul
Jenkins: jenkins pipeline > ci-cd
GitHub Actions: github workflows > ci-cd, github
GitLab CI: gitlab ci/cd, gitlab pipelines > ci-cd, gitlab
CircleCI: circle ci > ci-cd
Travis CI: > ci-cd
TeamCity: > ci-cd
Bamboo CI @bamboo: atlassian bamboo > ci-cd
Azure DevOps: azure pipelines, =TFS, =VSTS > ci-cd
Buildkite: > ci-cd
Spinnaker: > ci-cd
Octopus Deploy: > ci-cd
Artifactory: jfrog, nexus repository
Prometheus: promql > monitoring
Grafana: grafana loki > monitoring
Datadog: > monitoring
New Relic: newrelic > monitoring
Splunk: > log-management
Dynatrace: > monitoring
AppDynamics: > monitoring
Nagios: icinga > monitoring
Zabbix: > monitoring
PagerDuty: > incident-response
Opsgenie: > incident-response
OpenTelemetry: open telemetry, otel > observability
Jaeger: > observability
Zipkin: > observability
Honeycomb.io: honeycomb > observability
ELK Stack: elastic stack, kibana, logstash > elasticsearch, log-management
Fluentd: fluent bit > log-management
Nginx: > web-servers
Apache HTTP Server: apache httpd, apache web server > web-servers
HAProxy: > load-balancing
Traefik: > load-balancing
Tomcat: apache tomcat > java, web-servers
IIS: internet information services > web-servers
Wireshark: tcpdump > networking
Nmap: > penetration-testing
Burp Suite: burpsuite > penetration-testing
Metasploit: kali linux > penetration-testing
Nessus: tenable > vulnerability-management
Qualys: > vulnerability-management
Snyk: > application-security
Dependabot: > application-security
CrowdStrike: crowdstrike falcon > endpoint-security
SentinelOne: > endpoint-security
Microsoft Defender: > endpoint-security
Palo Alto firewalls: palo alto networks > firewalls
Fortinet: fortigate > firewalls
Cisco networking: cisco ios, cisco routers, cisco switches, cisco meraki > networking
Veeam: > backup-and-recovery
SCCM: microsoft endpoint configuration manager
[method]
DevOps: dev ops, devops engineer
Site reliability engineering: =SRE, site reliability
Platform engineering: internal developer platform
CI/CD @ci-cd: continuous integration, continuous delivery, continuous deployment, ci/cd pipeline, deployment pipeline, ci pipeline, =CI, =CI-CD
GitOps: git ops
Infrastructure as code: =IaC, infrastructure-as-code
Configuration management
Containers: containerization, containerisation, container orchestration, containerized
Serverless: function as a service, =FaaS
Virtualization: virtual machines, virtual machine
Cloud computing: cloud infrastructure, cloud platform, cloud services, cloud provider, public cloud
Cloud-native architecture: cloud native, cloud-native, twelve-factor
Cloud migration: cloud migrations, lift and shift
Cloud cost optimization: finops, cloud cost
Monitoring @monitoring: monitoring and alerting, alerting, application monitoring
Observability: tracing, distributed tracing, observability tooling
Log management: centralized logging
Incident response: incident management, on-call, on call rotation, postmortem, runbook, major incident
Capacity planning
High availability: fault tolerance, uptime, =HA, fault-tolerant
Disaster recovery: business continuity, =DR, =BCP
Backup and recovery: backup and restore, data backup
Load balancing: load balancer
Secrets management
Chaos engineering
Blue-green deployment: canary release, canary deployment
Patch management: patching
Vulnerability management: vulnerability assessment, vulnerability scanning
Penetration testing: pen testing, pentesting, penetration test, ethical hacking
Threat modeling: threat modelling
Threat intelligence: threat hunting
Security operations: =SOC analyst, security monitoring, security operations center, =SIEM, =EDR
Digital forensics: computer forensics
Zero trust: zero-trust
Endpoint security: antivirus, endpoint protection
Application security: appsec, secure coding, owasp, devsecops, owasp top 10
Identity management: identity governance, privileged access management
Data loss prevention: =DLP
Security awareness training
IT service management @itsm: =ITSM, it service management, service desk, incident and problem management
Technical support: it support, help desk, helpdesk, desktop support, tech support, end-user support, end user support
Ticketing systems: ticketing system, ticketing, zendesk tickets
Remote support: remote desktop, teamviewer, anydesk > technical-support
Hardware troubleshooting: hardware repair, pc repair, hardware support, hardware installation
System administration: systems administration, sysadmin, system administrator, systems administrator, server administration, linux administration, linux server, unix administration
Network administration: network administrator, network engineer, network engineering
Data center operations: data centre, data center, server rack, rack and stack
[domain]
Cybersecurity: cyber security, information security, infosec, it security, network security, =InfoSec
Networking @networking: computer networking, network infrastructure, network protocols, tcp/ip, =LAN, =WAN, lan/wan, routing and switching, =VLAN, subnetting
DNS: =DHCP, dns and dhcp > networking
VPN: ipsec, virtual private network > networking
Firewalls: firewall, firewall configuration > cybersecurity
SD-WAN: sdwan > networking
VoIP: voip telephony, sip trunking, =PBX
Wi-Fi: wifi, wireless networking, wireless lan > networking
Web servers: web server administration
GDPR: general data protection regulation, data protection, data privacy, privacy law
HIPAA: hipaa compliance
PCI DSS: pci compliance, pci-dss
SOC 2: soc2, soc 2 compliance
ISO 27001: iso27001, iso/iec 27001
NIST framework: =NIST, nist csf, nist 800-53
FedRAMP
[certification]
AWS Certified Solutions Architect: aws solutions architect, aws certified solutions architect associate, aws certified solutions architect professional > aws
AWS Certified Developer: aws certified developer associate > aws
AWS Certified SysOps Administrator: aws sysops > aws
AWS Certified DevOps Engineer: > aws, devops
AWS Certified Cloud Practitioner: aws cloud practitioner > aws
AWS certification: aws certified, aws certifications > aws
Google Professional Cloud Architect: google cloud certified, professional cloud architect, gcp certified > google-cloud
Google Associate Cloud Engineer: associate cloud engineer > google-cloud
Azure Administrator Associate: az-104, azure administrator > azure
Azure Solutions Architect Expert: az-305, azure solutions architect > azure
Azure Fundamentals: az-900, microsoft certified azure fundamentals > azure
Certified Kubernetes Administrator: cka, ckad, certified kubernetes application developer > kubernetes
HashiCorp Certified Terraform Associate: terraform associate > terraform
CISSP: certified information systems security professional > cybersecurity
CISM: certified information security manager > cybersecurity
CISA: certified information systems auditor > it-audit
CEH: certified ethical hacker > penetration-testing
OSCP: offensive security certified professional > penetration-testing
CompTIA Security+ @security-plus: security+, comptia security > cybersecurity
CompTIA Network+ @network-plus: network+, comptia network > networking
CompTIA A+ @comptia-a-plus: comptia a+, a+ certification, a+ certified > technical-support
CompTIA Linux+: linux+ > linux
CCNA: cisco certified network associate > networking
CCNP: cisco certified network professional > networking
RHCSA: rhce, red hat certified engineer, red hat certified system administrator > red-hat-enterprise-linux
ITIL: itil v4, itil foundation, itil v3 > itsm
Security clearance: =TS/SCI, top secret clearance, secret clearance, sc clearance, dv clearance
Microsoft Certified: microsoft certified professional, =MCSA, =MCSE
`;

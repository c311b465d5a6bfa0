/** Programming languages, frameworks, libraries and the tools of those who write software. */
export const software = `
[language]
JavaScript: js, java script, ecmascript, es6, es2015, vanilla js, vanilla javascript, es6+
TypeScript: =TS, type script > javascript
Python: python3, python 3, python 2, cpython
Java: java se, java ee, jakarta ee, j2ee, core java, java 8, java 11, java 17, java 21
~C @c: c language, c programming, ansi c, c99, c11, embedded c
C++ @cpp: cpp, c++11, c++14, c++17, c++20, modern c++, cplusplus, c plus plus
C# @csharp: csharp, c sharp, c#.net > dotnet
F# @fsharp: fsharp > dotnet
~Go @go: golang, go lang
~Rust: rust lang, rust programming, rustlang
~Ruby: ruby lang, ruby 3
~!Swift: swift 5, swift programming, swift 6
Kotlin
~Scala: scala 2, scala 3
PHP: php 7, php 8, php8
Perl
~R @r: r programming, r language, r studio, rstudio, r shiny
~Dart: dart lang
Objective-C: objective c, objc, obj c
Visual Basic: vb6, visual basic 6
VB.NET: vb.net, visual basic .net > dotnet
VBA: visual basic for applications, excel vba > microsoft-office
Lua
Haskell
Erlang
Elixir
Clojure: clojurescript
OCaml
~Julia: julia lang
MATLAB
Fortran: fortran 90
COBOL
Ada programming @ada: ada 95, ada 2012
Groovy
~Scheme: racket
Common Lisp: =Lisp
Prolog
Solidity
~Zig: zig lang
~Nim
Assembly language: assembler, x86 assembly, arm assembly
WebAssembly: wasm
SQL: structured query language, sql queries, ansi sql, sql query > databases
PL/SQL: plsql > sql, oracle-database
T-SQL: transact sql, tsql > sql, sql-server
HTML: html5, xhtml, html 5
CSS: css3, cascading style sheets, css 3
~Sass: scss > css
~!Less: less css, =LESS > css
XML: xslt, xpath, xml schema
JSON: json schema
YAML
Markdown
Bash: bash scripting, bash script > shell-scripting
Shell scripting: shell script, unix shell, zsh, shell programming > linux
PowerShell: power shell
GraphQL: graph ql > apis
ABAP: sap abap > sap
Apex @apex: salesforce apex, apex programming > salesforce
Delphi: object pascal
VHDL: =VHDL > fpga
Verilog: systemverilog > fpga
LaTeX: =LaTeX, =TeX
Regular expressions: regex, regexp
[framework]
React: react.js, reactjs, react js, react 18, react hooks > javascript
React Native: > react, mobile-development
Next.js: nextjs, next js > react
Vue.js @vue: =Vue, vuejs, vue js, vue 3, vue3 > javascript
Nuxt: nuxt.js, nuxtjs > vue
Angular: angular.js, angularjs, angular js, angular 2+ > javascript
Svelte: sveltekit, svelte kit > javascript
Ember.js @ember: emberjs, ember js > javascript
Backbone.js: backbonejs > javascript
SolidJS: solid.js > javascript
~Gatsby: gatsbyjs, gatsby.js > react
~Remix: remix run, remix.run > react
~Astro: astro framework
~Meteor: meteor.js, meteorjs > nodejs
Node.js @nodejs: =Node, nodejs, node js > javascript
~!Express @express: express.js, expressjs, express js > nodejs
NestJS: nest.js, nest js > nodejs, typescript
Fastify: > nodejs
Koa: koa.js > nodejs
Deno: > javascript, typescript
~Bun: bun.sh
Django: > python
Django REST Framework: drf, django rest > django, rest-api
~Flask: > python
FastAPI: fast api > python
Pyramid framework @pyramid: > python
Tornado framework @tornado: > python
Celery @celery: celery beat > python
~Spring @spring: spring framework, spring mvc, spring cloud, spring security, spring data > java
Spring Boot: springboot > spring
Hibernate: > java, orm
Quarkus: > java
Micronaut: > java
Vert.x: > java
Struts: apache struts > java
JavaServer Faces: jsf, jsp, java server pages > java
Ktor: > kotlin
Jetpack Compose: > kotlin, android
Ruby on Rails @rails: =Rails, =RoR, rails > ruby
Sinatra: > ruby
Laravel: > php
Symfony: > php
CodeIgniter: code igniter > php
CakePHP: > php
Yii: yii2 > php
.NET @dotnet: dotnet, dot net, .net core, .net framework, .net 6, .net 8
ASP.NET @asp-net: asp.net core, asp.net mvc, asp .net > dotnet
Blazor: > dotnet, csharp
Entity Framework: ef core, entity framework core > dotnet, orm
WPF: windows presentation foundation > dotnet
WinForms: windows forms > dotnet
Xamarin: > dotnet, mobile-development
.NET MAUI: =MAUI > dotnet
Phoenix framework @phoenix: phoenix liveview, elixir phoenix > elixir
~Gin @gin: gin gonic > go
~Fiber @fiber: go fiber > go
Actix: actix web > rust
~Rocket: > rust
~Akka: > scala
Play Framework: > scala
Flutter: > dart, mobile-development
SwiftUI: swift ui > swift, ios
UIKit: > ios
~Ionic: ionic framework > mobile-development
Cordova: apache cordova, phonegap > mobile-development
Electron @electron: electron.js, electronjs > javascript
Qt: qt5, qt6, qml > cpp
Unity @unity: unity3d, unity 3d, unity engine > game-development
Unreal Engine: unreal, ue4, ue5 > game-development, cpp
Godot: godot engine > game-development
Bootstrap @bootstrap: bootstrap 5, twitter bootstrap > css
Tailwind CSS @tailwind: tailwind, tailwindcss > css
Material UI: =MUI, material-ui > react
Bulma: > css
Web Components: lit element
[library]
Redux: redux toolkit, react redux > react
MobX: > javascript
Zustand: > react
React Query: tanstack query, tanstack > react
RxJS: rx.js, reactivex > javascript
jQuery: > javascript
D3.js @d3: d3, d3js > javascript, data-visualization
Three.js @threejs: threejs, webgl > javascript
Chart.js: chartjs > javascript
Lodash: > javascript
Socket.IO: socketio > websockets
Prisma: prisma orm > orm
TypeORM: > orm, typescript
Sequelize: > orm, nodejs
Mongoose @mongoose: mongoose odm > mongodb
SQLAlchemy: > python, orm
Pydantic: > python
asyncio: async io > python
Beautiful Soup: beautifulsoup > python, web-scraping
Scrapy: > python, web-scraping
OpenCV: > computer-vision
OpenGL
Vulkan graphics: =Vulkan
DirectX
Storybook: storybook.js
Zod: > typescript
LINQ: > csharp
Apollo GraphQL: apollo client, apollo server > graphql
Hasura: > graphql
tRPC: > typescript
[tool]
Git: > version-control
Subversion: =SVN > version-control
Mercurial: > version-control
Perforce: helix core > version-control
Webpack: > javascript
Vite: vitejs > javascript
Babel @babel: babel.js > javascript
Rollup @rollup: rollup.js > javascript
ESLint: > javascript
Prettier: > javascript
npm: =NPM > nodejs
Yarn @yarn: yarn workspaces > nodejs
pnpm: > nodejs
pip @pip: pipenv, poetry package manager > python
Maven: apache maven > java
Gradle: > java
~Ant @ant: apache ant > java
CMake: > cpp
~!Make @make: makefile, gnu make
Bazel
MSBuild: > dotnet
NuGet: > dotnet
Visual Studio
Visual Studio Code: vs code, vscode
IntelliJ IDEA: intellij
Eclipse IDE: =Eclipse
Xcode: > ios
Android Studio: > android
PyCharm: > python
Vim: neovim
Emacs
Postman: > apis
Insomnia client @insomnia-client: insomnia rest
Swagger: openapi, open api specification > apis
Cypress: cypress.io > test-automation
Playwright: > test-automation
Selenium: selenium webdriver > test-automation
Puppeteer: > javascript, test-automation
Appium: > test-automation
WebdriverIO: > test-automation
TestCafe: > test-automation
Robot Framework: > test-automation
~Jest: jest.js > javascript, unit-testing
Vitest: > javascript, unit-testing
~Mocha: mocha.js, mochajs > javascript, unit-testing
~Jasmine: > javascript, unit-testing
Karma runner @karma: karma test runner > javascript
React Testing Library: > react, unit-testing
JUnit: junit 5 > java, unit-testing
TestNG: > java, unit-testing
Mockito: > java, unit-testing
pytest: py.test > python, unit-testing
unittest: > python, unit-testing
RSpec: > ruby, unit-testing
PHPUnit: > php, unit-testing
NUnit: > dotnet, unit-testing
xUnit: xunit.net > dotnet, unit-testing
~Cucumber: gherkin > bdd
SpecFlow: > bdd, dotnet
JMeter: apache jmeter > performance-testing
Gatling: > performance-testing
k6: k6.io, grafana k6 > performance-testing
LoadRunner: > performance-testing
Locust testing @locust: locust.io > performance-testing
TestRail: > quality-assurance
Zephyr Scale: > quality-assurance
SonarQube: sonar qube, sonarcloud > code-quality
Sidekiq: > ruby
Sentry: sentry.io > monitoring
Crashlytics: firebase crashlytics
Fastlane: > mobile-development
LangGraph: > langchain
GitHub Copilot: copilot
Cursor editor @cursor: cursor ide
[platform]
Android: android sdk, android development > mobile-development
iOS @ios: ios development, ios sdk, =IOS > mobile-development
iPadOS: watchos, tvos > ios
Android Auto: carplay > mobile-development
Linux: gnu linux, unix linux
Unix
Solaris
AIX
Ubuntu: debian > linux
Red Hat Enterprise Linux: rhel, red hat, centos > linux
Windows Server: microsoft windows server
macOS: mac os, os x
Embedded Linux: yocto, buildroot > linux, embedded-systems
Real-time operating systems: =RTOS, real-time operating system > embedded-systems
FreeRTOS: > real-time-operating-systems
VxWorks: > real-time-operating-systems
Zephyr RTOS: =Zephyr > real-time-operating-systems
Arduino: > embedded-systems
Raspberry Pi: > embedded-systems
STM32: > embedded-systems
GitHub: git hub > git
GitLab: git lab > git
Bitbucket: > git
Magento: adobe commerce > php, e-commerce
WordPress: woocommerce, word press > cms
Drupal: > cms, php
Joomla: > cms
Contentful: > cms
Strapi: > cms
Sanity CMS @sanity: sanity.io > cms
Adobe Experience Manager: =AEM > cms
Sitecore: > cms
Shopify: shopify plus, shopify liquid > e-commerce
BigCommerce: > e-commerce
Stripe API @stripe-api: stripe payments, stripe integration, stripe connect > payments
Twilio
Firebase: firestore > google-cloud
Supabase: > postgresql
Ethereum: =EVM > blockchain
Salesforce Commerce Cloud: > e-commerce, salesforce
[method]
Object-oriented programming: oop, object oriented, object-oriented design, ood
Functional programming
Asynchronous programming: async programming, async
Concurrency: multithreading, multi-threading, concurrent programming, parallel programming
Version control: source control, revision control, vcs
Test-driven development @tdd: tdd, test driven development > unit-testing
Behavior-driven development @bdd: bdd, behaviour driven development
Unit testing: unit test
Integration testing: integration test
End-to-end testing: e2e testing, e2e test, end to end test, end-to-end test
Test automation: automated testing, automated test, automation testing, qa automation, sdet
Performance testing: load testing, stress testing
Regression testing
Manual testing: exploratory testing
Quality assurance: =QA, qa testing, software testing, qa engineer
User acceptance testing: =UAT, acceptance testing
Test planning: test plan, test case, test strategy
Code review: peer review of code, reviewing code, pull request
Pair programming: mob programming
Refactoring: > clean-code
Clean code: solid principles, clean architecture, hexagonal architecture
Code quality: static analysis, static code analysis
Debugging: troubleshooting code
Design patterns: gang of four patterns
Domain-driven design: ddd
Event-driven architecture: event driven, event-driven messaging, event sourcing, cqrs
Microservices: microservice, micro services, microservice architecture, service-oriented architecture, =SOA
Distributed systems: distributed system, distributed services, distributed computing, distributed backend
System design: systems design, software architecture, software design, solution architecture, technical architecture, architectural design
API design @apis: =API, =APIs, web api, web service, api development, api integration, rest and graphql apis
REST API: restful, restful api, rest api, =REST, rest service, restful service, rest endpoint > apis
SOAP: =SOAP, soap api, wsdl > apis
gRPC: grpc, protobuf, protocol buffers > apis
WebSockets: websocket, web socket
Webhooks: webhook
OAuth: oauth2, oauth 2.0, openid connect, oidc > authentication
Authentication: single sign-on, =SSO, saml, jwt, identity and access management, =IAM
ORM: object relational mapping, object-relational mapping > databases
MVC: model view controller
Caching: cache, caching pattern, caching strategies
Rate limiting: circuit breaker, backpressure
Message queues: message queue, message broker, queueing, job queue, pub/sub messaging, queues
Data structures: data structures and algorithms
Algorithms: algorithm design
Web performance: core web vitals, page speed
Web accessibility: wcag, accessibility, a11y, aria, section 508
Responsive design: responsive web design, mobile-first
Progressive web apps: pwa, progressive web app, service worker
Server-side rendering: ssr, static site generation
Single-page applications: single page application, =SPA
Micro frontends: micro frontend, microfrontend
Internationalization: i18n, localization, l10n
Feature flags: feature flag, launchdarkly
Technical documentation: technical writing, developer documentation
Reverse engineering
Web scraping: web crawling, data scraping
[domain]
Software development: software engineering, software developer, software engineer, application development, coding, programming
Web development: web developer, web application, web app
Front-end development @frontend: frontend, front end, front-end developer, frontend engineering, ui development > web-development
Back-end development @backend: backend, back end, back-end developer, backend engineering, server-side development
Full-stack development @full-stack: full stack, fullstack
Mobile development: mobile app development, mobile app, mobile application, mobile engineering
Game development: game design, game programming, game engine
Embedded systems: embedded software, firmware, embedded development, microcontroller
Desktop development: desktop application
Blockchain: smart contract, web3, distributed ledger
Augmented reality: =AR, arcore, arkit
Virtual reality: =VR
Computer graphics: shader, rendering pipeline
Operating systems: operating system, kernel development
Compilers: compiler, llvm
Cryptography: encryption, public key infrastructure
Computer science
FPGA: =FPGA, fpgas
Robotics: ros2, robot operating system
Internet of Things @iot: =IoT, internet of things, mqtt
Payments: payment processing, payment gateway, payment systems
Search engineering: search relevance, learning to rank, information retrieval, search ranking
Open source: open-source software, oss contributions
Developer experience: developer tooling, developer productivity, internal tools
CMS: content management system, headless cms
E-commerce: ecommerce, online retail
[certification]
Oracle Certified Professional Java @ocp-java: =OCPJP, oracle certified java programmer, ocp java > java
ISTQB: istqb foundation, istqb certified tester > quality-assurance
Professional Scrum Developer: =PSD > scrum
`;

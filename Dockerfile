# The server and the command line; data in /data unless DATABASE_URL says otherwise.
FROM node:24-bookworm-slim AS dependencies
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# The image has the right Node itself, so the development dependencies, the pinned Node among them, stay out.
RUN npm ci --omit=dev

# The web app's pages, which need the development dependencies to be built and none to be served.
FROM node:24-bookworm-slim AS web
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY src ./src
COPY scripts ./scripts
COPY web ./web
RUN npm run build

FROM node:24-bookworm-slim
WORKDIR /app
ENV NODE_ENV=production HOST=0.0.0.0 PORT=8000 DATABASE_URL=sqlite:////data/interviewly.db
COPY --from=dependencies /app/node_modules ./node_modules
COPY package.json ./
COPY bin ./bin
COPY src ./src
COPY playbook ./playbook
COPY --from=web /app/web/dist ./web/dist
RUN mkdir /data && chown node:node /data && ln -s /app/bin/interviewly.js /usr/local/bin/interviewly
USER node
VOLUME /data
EXPOSE 8000
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/health/db`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# Node itself is process 1 and ends in good order on SIGTERM.
CMD ["node", "bin/interviewly.js", "serve"]

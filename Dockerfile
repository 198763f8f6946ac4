# The image of what npm would publish: the packed package with the very dependencies of the lockfile, and nothing else. It runs
# as somebody without rights, with a root file system that may be read-only: it writes to /data and /tmp only.
#
# Tags move: whoever wants the same base for ever names it by its digest, which `docker buildx imagetools inspect IMAGE` prints:
#   --build-arg NODE_IMAGE=node:24.21.0-bookworm-slim@sha256:…
# The same source then gives the same image, bit by bit, when the builder sets its times too (docs/operating.md, "Watching"):
#   SOURCE_DATE_EPOCH=$(git log -1 --format=%ct) docker buildx build --output type=image,rewrite-timestamp=true .
ARG NODE_IMAGE=node:24.21.0-bookworm-slim

FROM ${NODE_IMAGE} AS package
WORKDIR /source
COPY package.json package-lock.json .npmrc ./
# Not "npm ci": the lockfile lacks what only other platforms need. No package needs its install script here: the one of "node"
# would bring a second Node.js.
RUN npm install --ignore-scripts --no-audit --no-fund
COPY . .
RUN npm pack --silent \
  && mkdir /package \
  && tar --extract --gzip --file tributary-itsm-*.tgz --directory /package --strip-components 1 \
  && cp package-lock.json .npmrc /package
WORKDIR /package
RUN npm install --omit=dev --ignore-scripts --no-audit --no-fund && rm .npmrc

FROM ${NODE_IMAGE}
LABEL org.opencontainers.image.title="Tributary" \
  org.opencontainers.image.description="A knowledge graph, a GraphQL API and a site from catalogue files about IT service management." \
  org.opencontainers.image.licenses="Apache-2.0" \
  org.opencontainers.image.base.name="docker.io/library/node:24.21.0-bookworm-slim"
COPY --from=package /package /opt/tributary
RUN install --directory --owner=node --group=node /data
ENV NODE_ENV=production HOME=/data HOST=0.0.0.0 PORT=4000
WORKDIR /data
VOLUME /data
USER node
EXPOSE 4000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=5s --start-period=2m \
  CMD ["node", "--eval", "fetch(`http://127.0.0.1:${process.env.PORT}/health`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "/opt/tributary/cli/tributary.mjs"]
CMD ["--help"]

# The image of what npm would install: the packed package and what it needs to run, nothing else.
FROM node:24-slim AS package
WORKDIR /source
COPY package.json package-lock.json ./
RUN npm install
COPY . .
RUN npm pack

FROM node:24-slim
WORKDIR /tributary
COPY --from=package /source/tributary-itsm-*.tgz tributary.tgz
RUN npm init --yes && npm install ./tributary.tgz && chown node:node .
USER node
EXPOSE 4000
ENTRYPOINT ["node", "node_modules/.bin/tributary"]
CMD ["--help"]

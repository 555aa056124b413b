FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
RUN npm run build && rm -rf dist/test dist/bench dist/gallery && npm prune --omit=dev

FROM node:24-bookworm-slim
ENV NODE_ENV=production DATA_DIR=/data STORAGE=sqlite
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
COPY --from=build /app/manifest ./manifest
# The data folder is the node user's alone; what is mounted there must be too.
RUN install -d -o node -g node -m 700 /data
USER node
VOLUME /data
EXPOSE 3978
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:'+(process.env.PORT||3978)+'/healthz').then(r=>process.exit(r.ok?0:1),()=>process.exit(1))"]
# Node itself is process 1, so that it is told to stop and finishes what is under way. A larger young generation (32 MB in
# place of 16) is collected less often: a turn makes much that is garbage when it ends.
CMD ["node", "--no-regexp-tier-up", "--min-semi-space-size=32", "--max-semi-space-size=32", "dist/bundle/customer-desk.js"]

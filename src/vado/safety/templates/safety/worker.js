// Keeps the pages of safety on this phone, and nothing else: an explicit list, fetched without any cookie.
const KEPT = {{ kept|safe }};
const CACHE = "safety {{ version }}";
const MINE = "{{ mine_address }}"; // my safety plan: put there by the person's own act, and by nothing here
const bare = (address) => new Request(address, { credentials: "omit" });

self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(KEPT.map(bare))).then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  const old = (name) => name.startsWith("safety ") && name !== CACHE;
  event.waitUntil(caches.keys().then((names) => Promise.all(names.filter(old).map((name) => caches.delete(name)))));
});

// Where the network answers, its answer is shown; where it does not, the page of the list in the phone's language.
function spoken(path) {
  const language = (self.navigator.language || "en").startsWith("es") ? "es" : "en";
  return path.startsWith("/safety/en/") || path.startsWith("/safety/es/") ? path : path.replace("/safety/", `/safety/${language}/`);
}

async function answer(request) {
  const path = new URL(request.url).pathname;
  if (path === MINE) return (await caches.match(MINE)) || fetch(request);
  try {
    return await fetch(request);
  } catch (silence) {
    const kept = await caches.open(CACHE);
    const found = await kept.match(request.mode === "navigate" ? spoken(path) : path);
    if (found) return found;
    throw silence;
  }
}

self.addEventListener("fetch", (event) => {
  const path = new URL(event.request.url).pathname;
  const isOurs = event.request.method === "GET" && (path.startsWith("/safety/") || KEPT.includes(path));
  if (isOurs) event.respondWith(answer(event.request));
});

// A copy of my safety plan in this phone's cache: by the person's own tap, and gone by another.
const box = document.querySelector("[data-plan-on-phone]");
const CACHE = "my safety plan";

function copy() {
  const plans = [...document.querySelectorAll(".safety-plan")].map((plan) => plan.innerHTML).join("<hr>");
  const title = document.title.replaceAll("<", "");
  return `<!doctype html><html lang="${document.documentElement.lang}"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title><link rel="stylesheet" href="${box.dataset.style}"><main><h1>${title}</h1>${plans}<p><a href="/safety/">${box.dataset.help}</a></p></main></html>`;
}

async function show() {
  const isKept = Boolean(await caches.match(box.dataset.planOnPhone)); // to open a cache would make it
  box.querySelector("[data-is-kept]").hidden = !isKept;
  box.querySelector("[data-forget]").hidden = !isKept;
}

async function keep() {
  const page = new Response(copy(), { headers: { "Content-Type": "text/html; charset=utf-8" } });
  await (await caches.open(CACHE)).put(box.dataset.planOnPhone, page);
  await show();
}

async function forget() {
  await caches.delete(CACHE);
  await show();
}

if (box && "caches" in window) {
  box.hidden = false;
  box.querySelector("[data-keep]").addEventListener("click", keep);
  box.querySelector("[data-forget]").addEventListener("click", forget);
  show();
}

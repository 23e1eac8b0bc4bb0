// Quick exit: the page is covered at once, the sign-in ends, and the address is replaced so that "back" does not lead here.
const form = document.querySelector("form[data-leave]");
const WITHIN = 5000;

function cover() {
  document.documentElement.style.background = "#fff";
  document.body.hidden = true;
  document.title = "";
}

function leave(event) {
  event?.preventDefault();
  cover();
  fetch(form.action, { method: "POST", body: new FormData(form), keepalive: true, redirect: "manual" }).catch(() => {});
  location.replace(form.dataset.leave);
}

// Shift three times within five seconds. Phones' keyboards on screen fire Shift oddly, so only a hardware keyboard counts.
const hasKeyboard = matchMedia("(hover: hover) and (pointer: fine)").matches;
const isSwitchedOff = () => document.documentElement.dataset.leaveKeys === "off";
let presses = [];

function onKey(event) {
  if (event.repeat || isSwitchedOff()) return;
  if (event.key !== "Shift") { presses = []; return; }
  presses = [...presses.filter((at) => event.timeStamp - at < WITHIN), event.timeStamp];
  if (presses.length === 3) leave();
}

if (form) {
  form.addEventListener("submit", leave);
  if (hasKeyboard) addEventListener("keydown", onKey);
}

// Nothing of the page stays to be seen when the browser goes back to it.
addEventListener("pagehide", () => { document.body.hidden = true; });
addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });

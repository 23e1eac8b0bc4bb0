// A passkey: the browser asks the device, and the answer goes back in the form that the page offers.
// The form stays hidden where the browser is too old, or where the page has no name: passkeys belong to a name.
const forms = document.querySelectorAll("form[data-passkey]");
const isNamed = !/^[\d.]+$|^\[/.test(location.hostname);
const isKnown = Boolean(window.PublicKeyCredential?.parseCreationOptionsFromJSON);

async function optionsOf(form) {
  const kept = document.getElementById(form.dataset.options ?? "");
  if (kept) return JSON.parse(kept.textContent);
  const answer = await fetch(form.action, { headers: { Accept: "application/json" } });
  return (await answer.json()).request_options;
}

async function ask(form) {
  const { publicKey } = await optionsOf(form);
  if (form.dataset.passkey === "create") {
    return navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(publicKey) });
  }
  return navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(publicKey) });
}

async function give(event) {
  const form = event.currentTarget;
  if (form.elements.credential.value) return;
  event.preventDefault();
  try {
    form.elements.credential.value = JSON.stringify((await ask(form)).toJSON());
  } catch {
    form.querySelector("[data-refused]").hidden = false;  // declined, or no key of this place on the device
    return;
  }
  form.submit();
}

for (const form of isNamed && isKnown ? forms : []) {
  form.hidden = false;
  form.addEventListener("submit", give);
}

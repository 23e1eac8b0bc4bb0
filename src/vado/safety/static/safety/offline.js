// Registers the worker that keeps the pages of safety, and them alone, for a time without network.
const address = document.querySelector("script[data-worker]")?.dataset.worker;
if (address && "serviceWorker" in navigator && isSecureContext) {
  navigator.serviceWorker.register(address, { scope: "/safety/" }).catch(() => {}); // without it the pages need network
}

// The code stands behind the # of the address, where no server sees it; it goes into its field and out of the address.
const field = document.querySelector("[name=code]");
const code = decodeURIComponent(location.hash.slice(1));

if (field && !field.value && /^[\w-]{4,20}$/.test(code)) {
  field.value = code;
  history.replaceState(null, "", location.pathname);
}

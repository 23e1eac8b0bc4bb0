// Two minutes before an idle sign-in ends it says so, and one tap lets it go on. Without script the words of a form are kept all the same.
const notice = document.querySelector("[data-idle-after]");

function wait() {
  notice.hidden = true;
  setTimeout(() => { notice.hidden = false; }, Number(notice.dataset.idleAfter) * 1000);
}

async function stay(event) {
  event.preventDefault();
  const form = event.target;
  const answer = await fetch(form.action, { method: "POST", body: new FormData(form), redirect: "manual" });
  if (answer.status === 204) wait();
  else location.reload();
}

if (notice) {
  wait();
  notice.querySelector("form").addEventListener("submit", stay);
}

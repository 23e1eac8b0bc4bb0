// Plus and minus beside a number, where script runs. The field stays for everything else: 1/2, 1,5, an own word.
function step(field, by) {
  const said = field.value.trim();
  const now = Number(said.replace(",", "."));
  if (Number.isNaN(now)) return;
  const next = Number((now + by).toFixed(2));
  field.value = next > 0 ? String(next).replace(".", said.includes(",") ? "," : ".") : "";
}

for (const stepper of document.querySelectorAll(".stepper")) {
  const field = stepper.querySelector("input");
  for (const button of stepper.querySelectorAll("button")) {
    button.hidden = false;
    button.addEventListener("click", () => {
      step(field, Number(button.dataset.by));
      stepper.querySelector("[role=status]").textContent = field.value;
    });
  }
}

// Riding an urge. Without this script every tap is a form that is sent; with it a tap is at once on the page,
// is sent when it can be, and is kept here while the network is gone.
const page = document.querySelector("[data-surf]");
if (page) begin(page);

function begin(page) {
  const form = page.querySelector("form[data-taps]");
  const clock = page.querySelector("[data-clock]");
  const wait = page.querySelector("[data-waiting]");
  const drawing = page.querySelector("svg.wave");
  const [ran, showed] = [performance.now(), Date.now()];
  const taps = new Map(read(form.dataset.taps));
  const unsent = new Map();
  let sending = false;

  // A phone that sleeps may halt the first of the two, and somebody may set the second one back.
  const passed = () => Math.max(performance.now() - ran, Date.now() - showed);
  const seconds = () => Number(form.dataset.seconds) + Math.round(passed() / 1000);
  const tick = () => { clock.textContent = `${Math.floor(seconds() / 60)}:${String(seconds() % 60).padStart(2, "0")}`; };

  form.addEventListener("submit", (event) => {
    const height = event.submitter?.name === "height" ? Number(event.submitter.value) : NaN;
    if (Number.isNaN(height)) return;
    event.preventDefault();
    const at = seconds();
    taps.set(at, height);
    unsent.set(at, height);
    mark(form, event.submitter);
    draw(drawing, [...taps]);
    send();
  });
  // Whoever leaves while taps wait is held back one time: they are sent first, or it is said that they wait.
  page.addEventListener("click", async (event) => {
    const way = event.target.closest("a[href], .in-reach button");
    if (!way || way.dataset.held || unsent.size === 0) return;
    event.preventDefault();
    way.dataset.held = "yes";
    await send();
    if (unsent.size === 0) way.click();
  });
  addEventListener("online", send);
  setInterval(send, 10_000);
  setInterval(tick, 1000);
  tick();
  draw(drawing, [...taps]);

  async function send() {
    if (sending || unsent.size === 0) return;
    sending = true;
    const going = [...unsent];
    const said = new FormData(form);
    said.set("quiet", "");
    said.set("taps", going.map(([at, height]) => `${at}:${height}`).join(","));
    try {
      const answer = await fetch(form.action, { method: "POST", body: said, redirect: "error" });
      if (answer.status === 204) for (const [at] of going) unsent.delete(at);
    } catch {
      // The network is gone: the taps wait here, and the next round tries to send them.
    }
    sending = false;
    wait.hidden = unsent.size === 0;
  }
}

function read(said) {
  return said ? said.split(",").map((tap) => tap.split(":").map(Number)) : [];
}

function mark(form, button) {
  for (const other of form.querySelectorAll("[name=height]")) other.removeAttribute("aria-pressed");
  button.setAttribute("aria-pressed", "true");
}

// The same slopes as the drawing of the server: between two taps nothing is higher or lower than both.
function draw(svg, taps) {
  if (!taps.length) return;
  taps.sort(([one], [other]) => one - other);
  const last = taps.at(-1)[0] || 1;
  const points = taps.map(([at, height]) => [14 + (at / last) * 312, 92 - height * 8]);
  let path = `M${points[0][0]} ${points[0][1]}`;
  for (let number = 1; number < points.length; number += 1) {
    const [x, y] = points[number - 1];
    const [nextX, nextY] = points[number];
    path += ` C${(x + nextX) / 2} ${y} ${(x + nextX) / 2} ${nextY} ${nextX} ${nextY}`;
  }
  svg.querySelector("path").setAttribute("d", path);
  for (const old of svg.querySelectorAll("circle, text")) old.remove();
  points.forEach(([x, y], number) => {
    const dot = document.createElementNS("http://www.w3.org/2000/svg", "circle");
    const isNow = number === points.length - 1;
    for (const [name, value] of [["class", isNow ? "now" : "full"], ["cx", x], ["cy", y], ["r", isNow ? 7 : 3]]) {
      dot.setAttribute(name, value);
    }
    svg.append(dot);
  });
}

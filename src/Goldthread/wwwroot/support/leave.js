// Leaves: see docs/support.md for what both scripts do and why neither is longer.
(function (d) {
  var n = 0, last = 0;
  function leave(event) {
    if (event) event.preventDefault();
    var to = d.querySelector("[data-exit]").href;
    d.documentElement.hidden = true;
    d.title = "";
    location.replace(to);
  }
  d.addEventListener("click", function (event) {
    if (event.target.closest("[data-exit]")) leave(event);
  });
  d.addEventListener("keyup", function (event) {
    if (event.key !== "Shift") return void (n = 0);
    var now = Date.now();
    n = now - last > 5000 ? 1 : n + 1;
    last = now;
    if (n > 2) return leave();
    var said = d.querySelector("[data-said]");
    said.textContent = said.dataset.text;
  });
  d.documentElement.className = "scripted";
})(document);

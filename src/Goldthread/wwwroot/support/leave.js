// Leaves at once, by the button or by the Shift key pressed three times, and puts the other page in this one's place in the
// browser's list, so that Back does not lead here. A form's answer takes this page's place as well, so that there is one entry
// and no more. Without this script the button is a plain link and the form a plain form.
(function () {
  "use strict";
  var root = document.documentElement;
  var presses = 0;
  var last = 0;

  function leave(event) {
    if (event) event.preventDefault();
    var to = document.querySelector("[data-exit]").href;
    root.hidden = true;
    document.title = "";
    window.location.replace(to);
  }

  function ready() {
    document.querySelector("[data-exit]").addEventListener("click", leave);
    document.querySelector("[data-key]").hidden = false;
  }

  document.addEventListener("keyup", function (event) {
    if (event.key !== "Shift") {
      presses = 0;
      return;
    }
    var now = Date.now();
    presses = now - last > 5000 ? 1 : presses + 1;
    last = now;
    if (presses === 3) return leave();
    var said = document.querySelector("[data-said]");
    said.textContent = said.dataset.text;
  });

  document.addEventListener("submit", function (event) {
    var form = event.target;
    var button = event.submitter;
    if (!window.fetch || !window.URLSearchParams || !button) return;
    event.preventDefault();
    var fields = new URLSearchParams(new FormData(form));
    fields.append(button.name, button.value);
    fetch(form.action, { method: "POST", body: fields, cache: "no-store", credentials: "omit" })
      .then(function (answer) {
        return answer.text();
      })
      .then(function (text) {
        var page = new DOMParser().parseFromString(text, "text/html");
        root.lang = page.documentElement.lang;
        root.dir = page.documentElement.dir;
        document.title = page.title;
        document.body.replaceWith(document.adoptNode(page.body));
        ready();
        window.scrollTo(0, 0);
        var heading = document.querySelector("h1");
        heading.tabIndex = -1;
        heading.focus({ preventScroll: true });
      })
      .catch(function () {
        // The plain way, with what the button says.
        var field = document.createElement("input");
        field.type = "hidden";
        field.name = button.name;
        field.value = button.value;
        form.append(field);
        form.submit();
      });
  });

  ready();
})();

// The answer to a form takes the page's place.
(function (d) {
  d.addEventListener("submit", function (event) {
    var form = event.target, button = event.submitter;
    if (!window.fetch || !button) return;
    event.preventDefault();
    var fields = new URLSearchParams(new FormData(form));
    fields.append(button.name, button.value);
    fetch(form.action, { method: "POST", body: fields }).then(function (answer) {
      return answer.text();
    }).then(function (text) {
      var page = new DOMParser().parseFromString(text, "text/html"), root = d.documentElement;
      root.lang = page.documentElement.lang;
      root.dir = page.documentElement.dir;
      d.title = page.title;
      d.body.replaceWith(page.body);
      scrollTo(0, 0);
      var top = d.querySelector("h1");
      top.tabIndex = -1;
      top.focus({ preventScroll: true });
    }).catch(function () {
      location.replace(form.action);
    });
  });
})(document);

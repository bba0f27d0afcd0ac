// Saves a draft as it is typed: two seconds after the last key, on leaving a field and on leaving the page. What the
// server does not have yet is kept in this browser, and offered on the next visit. Without this script the form's
// button saves everything.
(function () {
  "use strict";

  const form = document.querySelector("form[data-draft]");
  if (!form) return;
  const wait = 2000;
  const address = form.getAttribute("action");
  const mine = `draft ${form.dataset.person} ${form.dataset.draft} `;
  const said = form.querySelector("[data-said]");
  const fields = new Map();
  let timer = 0;
  let busy = null;
  let again = false;

  for (const button of form.querySelectorAll("[data-no-script]")) button.remove();

  // ---- fields -----------------------------------------------------------------------------------

  const inputsOf = (box) => Array.from(box.querySelectorAll("input[name], textarea[name], select[name]")).filter((input) => !input.hasAttribute("data-basis") && input.name !== "reference");
  const valueOf = (box) => JSON.stringify(inputsOf(box).filter((input) => input.type !== "radio" || input.checked).map((input) => [input.name, input.value]));

  // A text area as high as its text.
  const grow = (area) => {
    if (CSS.supports("field-sizing", "content")) return;
    area.style.height = "auto";
    area.style.height = area.scrollHeight + 4 + "px";
  };

  const put = (box, values) => {
    const lines = box.querySelector("[data-money]");
    if (lines) {
      const wanted = 3 + Math.max(-1, ...Object.keys(values).map((name) => Number(name.split(".")[1])));
      while (lines.rows.length <= wanted) addLine(lines);
    }
    for (const input of inputsOf(box)) {
      const value = values[input.name] || "";
      if (input.type === "radio") input.checked = input.value === value;
      else if (input.tagName === "SELECT") input.value = value || input.options[0].value;
      else input.value = value;
      if (input.tagName === "TEXTAREA") grow(input);
    }
  };

  const addLine = (lines) => {
    const row = lines.rows[lines.rows.length - 1].cloneNode(true);
    for (const input of row.querySelectorAll("input, select")) {
      input.removeAttribute("id");
      input.removeAttribute("placeholder");
      input.name = input.name.replace(/\d+/, lines.rows.length);
      input.setAttribute("aria-label", input.getAttribute("aria-label").replace(/\d+$/, lines.rows.length + 1));
      if (input.tagName === "SELECT") input.selectedIndex = 0;
      else input.value = "";
    }
    lines.append(row);
  };

  const load = () => {
    for (const box of form.querySelectorAll("[data-field]")) {
      const basis = box.querySelector("[data-basis]");
      fields.set(box.dataset.field, { name: box.dataset.field, box, basis, saved: box.querySelector("[data-error]") ? null : valueOf(box) });
      for (const area of box.querySelectorAll("textarea")) grow(area);
    }
  };

  const changed = () => Array.from(fields.values()).filter((field) => valueOf(field.box) !== field.saved);

  // ---- what this browser keeps ------------------------------------------------------------------

  const keep = (field) => {
    try {
      localStorage.setItem(mine + field.name, JSON.stringify({ value: valueOf(field.box), at: Date.now() }));
    } catch (full) {
      // Then it stands in the page alone.
    }
  };
  const forget = (name) => {
    try {
      localStorage.removeItem(mine + name);
    } catch (refused) {
      // There was nothing to forget.
    }
  };

  // Offers what an earlier visit could not save.
  const offer = () => {
    const kept = [];
    for (const field of fields.values()) {
      let one = null;
      try {
        one = JSON.parse(localStorage.getItem(mine + field.name));
      } catch (unread) {
        one = null;
      }
      if (!one) continue;
      if (one.value === valueOf(field.box)) forget(field.name);
      else kept.push([field, one]);
    }
    if (kept.length === 0) return;
    const box = form.querySelector("[data-kept]");
    const words = document.createElement("p");
    const labels = kept.map(([field]) => labelOf(field)).join(", ");
    words.textContent = `This browser kept what could not be saved on ${new Date(Math.max(...kept.map(([, one]) => one.at))).toLocaleString("en-GB", { dateStyle: "long", timeStyle: "short" })}: ${labels}.`;
    const ways = document.createElement("p");
    ways.className = "gt-draft__row";
    ways.append(
      button("Put it back", "gt-button", () => {
        for (const [field, one] of kept) {
          const values = Object.fromEntries(JSON.parse(one.value));
          const there = Object.fromEntries(JSON.parse(valueOf(field.box)));
          // Where the field holds other words now, they stay: what was kept follows them.
          const area = field.box.querySelector("textarea");
          if (area && there[area.name] && !values[area.name].includes(there[area.name])) values[area.name] = there[area.name] + "\n\n" + values[area.name];
          put(field.box, values);
          keep(field);
        }
        box.hidden = true;
        save();
      }),
      button("Throw it away", "gt-link-button", () => {
        for (const [field] of kept) forget(field.name);
        box.hidden = true;
      }));
    box.replaceChildren(words, ways);
    box.hidden = false;
  };

  const labelOf = (field) => (field.box.querySelector("legend, label") || { textContent: field.name }).textContent.trim();

  const button = (words, look, act) => {
    const one = document.createElement("button");
    one.type = "button";
    one.className = look;
    one.textContent = words;
    one.addEventListener("click", act);
    return one;
  };

  // ---- saving -----------------------------------------------------------------------------------

  const say = (words, wrong, link) => {
    said.textContent = words;
    said.toggleAttribute("data-wrong", Boolean(wrong));
    said.dataset.tone = wrong ? "wrong" : "";
    if (link) {
      const to = document.createElement("a");
      to.className = "govuk-link";
      to.href = form.dataset.signIn;
      to.target = "_blank";
      to.textContent = "Sign in again (opens a new window)";
      said.append(" ", to);
    }
  };

  const save = (leaving) => {
    window.clearTimeout(timer);
    if (busy) {
      again = true;
      return busy;
    }
    busy = send(leaving === true).finally(() => {
      busy = null;
      if (again) {
        again = false;
        save();
      }
    });
    return busy;
  };

  const send = async (leaving) => {
    const sent = changed().map((field) => ({ field, value: valueOf(field.box), focused: field.box.contains(document.activeElement) }));
    const data = new FormData();
    data.set("__RequestVerificationToken", form.elements.__RequestVerificationToken.value);
    data.set("known", Array.from(fields.values()).filter((field) => field.basis).map((field) => `${field.name}=${field.basis.value}`).join(" "));
    for (const { field } of sent) {
      if (field.basis) data.set(field.basis.name, field.basis.value);
      for (const [name, value] of JSON.parse(valueOf(field.box))) data.set(name, value);
    }
    if (sent.length > 0) say("Saving…");
    let answer;
    try {
      answer = await fetch(address, { method: "POST", body: data, headers: { Accept: "application/json" }, credentials: "same-origin", redirect: "manual", keepalive: leaving && sent.length > 0 && sizeOf(data) < 60000 });
    } catch (offline) {
      if (sent.length > 0) {
        say("Not saved: no connection. It is kept in this browser.", true);
        timer = window.setTimeout(save, 10000);
      }
      return;
    }
    if (!answer.ok) {
      await refused(answer, sent);
      return;
    }
    take(await answer.json(), sent);
  };

  const sizeOf = (data) => Array.from(data.values()).reduce((sum, value) => sum + value.length * 3, 0);

  // Whoever is signed out is led to sign in; everybody else is told what to do.
  const refused = async (answer, sent) => {
    if (sent.length === 0) return;
    const look = await fetch(location.pathname, { method: "HEAD", redirect: "manual", credentials: "same-origin" }).catch(() => null);
    if (look && look.type === "opaqueredirect") say("Not saved: your sign-in has ended. It is kept in this browser.", true, true);
    else if (answer.status === 400) say("Not saved: open this page again. What you typed is kept in this browser.", true);
    else if (answer.status === 413) say("Not saved: this is more than can be sent at once. It is kept in this browser.", true);
    else say(`Not saved (${answer.status || "no answer"}). It is kept in this browser; the next save tries again.`, true);
    timer = window.setTimeout(save, 20000);
  };

  const take = (answer, sent) => {
    const was = new Map(sent.map((one) => [one.field.name, one]));
    let conflict = null;
    let wrong = answer.fault || answer.wrong || "";
    if (was.has("wanted") && !answer.wrong) {
      fields.get("wanted").saved = was.get("wanted").value;
      forget("wanted");
    }
    for (const [name, kept] of Object.entries(answer.fields)) {
      const field = fields.get(name);
      const one = was.get(name);
      if (!field) continue;
      if (kept.fault) {
        fault(field, kept.fault, one && one.focused);
        wrong = wrong || kept.fault;
        continue;
      }
      fault(field, null);
      const isTyping = valueOf(field.box) !== (one ? one.value : field.saved);
      if (kept.lost) {
        if (isTyping) keep(field);
        conflict = { field, typed: isTyping ? Object.fromEntries(JSON.parse(valueOf(field.box))) : null };
        put(field.box, kept.values);
        field.basis.value = kept.basis;
        field.saved = valueOf(field.box);
        if (!isTyping) forget(name);
        beside(field, one && one.focused);
        continue;
      }
      if (kept.values && !one) {
        // Somebody else wrote here, and nobody does just now.
        if (isTyping || field.box.contains(document.activeElement)) continue;
        put(field.box, kept.values);
        field.saved = valueOf(field.box);
      } else if (one) {
        field.saved = one.value;
        if (valueOf(field.box) === one.value) forget(name);
      }
      field.basis.value = kept.basis;
    }
    for (const { field, value } of sent) {
      // What says the same as before needs no saving, and the answer does not name it.
      if (field.basis && !answer.fields[field.name]) {
        field.saved = value;
        forget(field.name);
      }
    }
    findings(answer);
    const title = document.getElementById("title");
    if (title && title.value) document.querySelector("[data-title]").textContent = title.value;
    if (conflict) say(`Saved ${answer.at}, but ${labelOf(conflict.field)} had been changed by somebody else. What you typed stands beside it.`, true);
    else if (wrong) say(`Not all is saved: ${wrong}`, true);
    else if (sent.length > 0) say(`Saved ${answer.at}`);
    if (changed().some((field) => !(answer.fields[field.name] || {}).fault)) later();
  };

  // What is wrong with a field, at the field; not while it is still being typed.
  const fault = (field, words, typing) => {
    const group = field.box.querySelector("[data-group]");
    let error = field.box.querySelector("[data-error]");
    if (!words) {
      if (error) error.remove();
      if (group) group.classList.remove("govuk-form-group--error");
      return;
    }
    if (typing && !error) {
      field.unsaid = words;
      return;
    }
    if (!error) {
      error = document.createElement("p");
      error.className = "govuk-error-message";
      error.dataset.error = "";
      (field.box.querySelector(".govuk-hint, legend, label")).after(error);
    }
    error.textContent = words;
    group.classList.add("govuk-form-group--error");
  };

  // The texts kept beside a field, as the page itself has them.
  const beside = async (field, focused) => {
    const answer = await fetch(location.pathname, { credentials: "same-origin" }).catch(() => null);
    if (!answer || !answer.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const notes = page.querySelector(`[data-field="${field.name}"] [data-notes]`);
    if (!notes) return;
    field.box.querySelector("[data-notes]").replaceWith(document.adoptNode(notes));
    const first = field.box.querySelector("[data-aside]");
    if (focused && first) {
      first.tabIndex = -1;
      first.focus();
    }
  };

  const findings = (answer) => {
    const template = document.getElementById("draft-finding").content.firstElementChild;
    const by = new Map();
    for (const found of answer.findings) {
      const note = template.cloneNode(true);
      note.classList.add("gt-margin--" + found.tone);
      note.querySelector("strong").textContent = found.weight;
      if (found.code.startsWith("GT")) {
        note.querySelector("a").textContent = found.code;
        note.querySelector("a").href = "/diagnostics/" + found.code;
      } else note.querySelector("a").remove();
      note.querySelector("span").textContent = found.message;
      by.set(found.field, [...(by.get(found.field) || []), note]);
    }
    for (const place of form.querySelectorAll("[data-findings]")) {
      place.replaceChildren(...(by.get(place.closest("[data-field]").dataset.field) || []));
    }
    for (const count of document.querySelectorAll("[data-count]")) {
      const many = (by.get(count.dataset.count) || []).length;
      count.hidden = many === 0;
      count.firstChild.textContent = many;
    }
    document.querySelector("[data-found-count]").textContent = answer.count;
    const stops = answer.findings.filter((found) => found.tone === "error").length;
    document.querySelector("[data-found-list]").replaceChildren(...answer.findings.slice(0, Math.max(stops, 6)).map((found) => {
      const item = document.createElement("li");
      const weight = document.createElement("strong");
      const link = document.createElement("a");
      weight.textContent = found.weight;
      link.className = "govuk-link";
      link.href = "#" + found.field;
      link.textContent = found.message;
      item.append(weight, ": ", link);
      return item;
    }));
    const more = document.querySelector("[data-found-more]");
    if (more) more.hidden = answer.findings.length <= Math.max(stops, 6);
  };

  const later = () => {
    window.clearTimeout(timer);
    timer = window.setTimeout(save, wait);
  };

  load();
  offer();
  form.addEventListener("input", (event) => {
    const box = event.target.closest("[data-field]");
    if (!box || event.target.name === "reference") return;
    keep(fields.get(box.dataset.field));
    const lines = event.target.closest("[data-money]");
    if (lines && event.target.closest("tr") === lines.rows[lines.rows.length - 1]) addLine(lines);
    if (event.target.tagName === "TEXTAREA") grow(event.target);
    later();
  });
  form.addEventListener("focusout", (event) => {
    const box = event.target.closest("[data-field]");
    if (!box || box.contains(event.relatedTarget)) return;
    const field = fields.get(box.dataset.field);
    if (field.unsaid) {
      fault(field, field.unsaid);
      field.unsaid = null;
    }
    if (changed().length > 0) save();
  });
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible" || changed().length > 0) save(document.visibilityState === "hidden");
  });
  window.addEventListener("online", () => save());

  // The form's own button saves in the same way, unless it does something else besides.
  form.addEventListener("submit", (event) => {
    if (event.submitter && event.submitter.hasAttribute("formaction")) return;
    event.preventDefault();
    save().then(() => {
      if (!said.hasAttribute("data-wrong") && changed().length === 0 && said.textContent.startsWith("Last")) say("Nothing has changed since it was last saved");
    });
  });
})();

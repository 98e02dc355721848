"use strict";
// The page of the API: reads openapi.json and makes a form of each operation. Nothing from it is ever taken as HTML.
// Change this when the description holds something that a form here does not offer.

const MOST_SHOWN = 200000;
const TOLD_HEADERS = ["location", "etag", "retry-after", "content-type", "content-disposition"];
const ADDRESS = /"(\/(?:v1\/)[^"\\\s]*)"/g;
const STRUCTURE = /^[0-9a-f]{32}-[0-9]{1,6}$/;
const ENDINGS = {
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": ".xlsx",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
  "application/vnd.apache.parquet": ".parquet",
  "application/zip": ".zip",
  "image/svg+xml": ".svg",
  "text/csv": ".csv",
  "text/html": ".html",
  "text/plain": ".txt",
};
const operations = []; // of every form: its method, its address with names in it, and how to fill and open it
const comparing = []; // bodies that name structures: they are given those of the last list that was read
let numbered = 0;

function make(tag, properties, ...inside) {
  const made = document.createElement(tag);
  Object.assign(made, properties || {});
  made.append(...inside.filter((each) => each !== null && each !== undefined && each !== ""));
  return made;
}

function schemaOf(description, schema) {
  if (!schema || !schema.$ref) return schema || {};
  return schema.$ref.replace("#/", "").split("/").reduce((there, step) => there[step], description);
}

function nameOf(schema) {
  if (!schema) return "";
  if (schema.$ref) return schema.$ref.split("/").pop();
  const either = schema.anyOf || schema.oneOf;
  if (either) return either.map(nameOf).filter(Boolean).join(" or ");
  if (schema.type === "array") return "list of " + nameOf(schema.items);
  return schema.title || schema.type || "";
}

function field(label, control, hint) {
  control.id = "field-" + ++numbered;
  const told = make("label", { htmlFor: control.id, textContent: label });
  if (!hint) return make("div", { className: "field" }, told, control);
  const words = make("span", { className: "hint", id: control.id + "-hint", textContent: hint });
  control.setAttribute("aria-describedby", words.id);
  return make("div", { className: "field" }, told, words, control);
}

function exampleOf(schema, parameter) {
  if (parameter.example !== undefined) return parameter.example;
  if (schema.examples && schema.examples.length) return schema.examples[0];
  if (parameter.examples) return Object.values(parameter.examples)[0].value;
  return schema.default;
}

function parameterField(parameter) {
  const schema = parameter.schema || {};
  const wanted = parameter.required ? "" : " (may be left out)";
  const example = exampleOf(schema, parameter);
  const plain = (schema.anyOf || [schema]).find((each) => each.enum || each.type !== "null") || {};
  let control;
  if (plain.enum) {
    control = make("select", {}, make("option", { value: "", textContent: "" }));
    plain.enum.forEach((each) => control.append(make("option", { value: each, textContent: each })));
  } else {
    control = make("input", { type: "text", spellcheck: false });
  }
  if (example !== undefined && example !== null) {
    if (parameter.required) control.value = String(example);
    else control.placeholder = String(example);
  }
  return [field(parameter.name + wanted, control, parameter.description || schema.description), control];
}

function jsonBody(content) {
  const area = make("textarea", { spellcheck: false });
  const examples = Object.entries(content.examples || {});
  const single = content.example !== undefined ? [["example", { value: content.example }]] : [];
  const listed = (content.schema && content.schema.examples ? content.schema.examples : []).map((value, at) => [
    "example " + (at + 1),
    { value },
  ]);
  const all = examples.length ? examples : single.length ? single : listed;
  const parts = [];
  const fill = (at) => (area.value = all.length ? JSON.stringify(all[at][1].value, null, 1) : "{}");
  if (all.length > 1) {
    const choice = make("select", {});
    all.forEach(([name, each], at) => choice.append(make("option", { value: at, textContent: each.summary || name })));
    choice.addEventListener("change", () => fill(Number(choice.value)));
    parts.push(field("Example", choice));
  }
  fill(0);
  if (all.length && all[0][1].value.structures) comparing.push(area);
  parts.push(field("Body, as JSON (" + (nameOf(content.schema) || "any") + ")", area));
  return { parts, read: () => ({ body: area.value, type: "application/json", shown: area.value }) };
}

function formBody(description, content) {
  const schema = schemaOf(description, content.schema);
  const controls = Object.entries(schema.properties || {}).map(([name, each]) => {
    const kinds = [each, ...(each.anyOf || [])];
    const isFile = kinds.some((kind) => kind.format === "binary" || kind.contentMediaType);
    const control = make("input", { type: isFile ? "file" : "text" });
    return [name, control, field(name, control, each.description), isFile];
  });
  const read = () => {
    const body = new FormData();
    const shown = [];
    controls.forEach(([name, control, , isFile]) => {
      const value = isFile ? control.files[0] : control.value;
      if (!value) return;
      body.append(name, value);
      shown.push("-F '" + name + "=" + (isFile ? "@" + value.name : value) + "'");
    });
    return { body, type: null, shown: shown.join(" ") };
  };
  return { parts: controls.map((each) => each[2]), read };
}

function bytesBody(type) {
  const control = make("input", { type: "file" });
  const read = () => ({ body: control.files[0], type, shown: control.files[0] ? "@" + control.files[0].name : "" });
  return { parts: [field("File (" + type + ")", control)], read };
}

function bodyOf(description, operation) {
  if (!operation.requestBody) return null;
  const choices = Object.entries(operation.requestBody.content).map(([type, content]) => {
    if (type === "multipart/form-data") return [type, formBody(description, content)];
    if (type.endsWith("json")) return [type, jsonBody(content)];
    return [type, bytesBody(type)];
  });
  if (choices.length === 1) return choices[0][1];
  const choice = make("select", {});
  const there = make("div", {});
  choices.forEach(([type], at) => choice.append(make("option", { value: at, textContent: type })));
  const show = () => there.replaceChildren(...choices[Number(choice.value)][1].parts);
  choice.addEventListener("change", show);
  show();
  return { parts: [field("Kind of body", choice), there], read: () => choices[Number(choice.value)][1].read() };
}

function quoted(text) {
  return "'" + text.replaceAll("'", "'\\''") + "'";
}

function curlOf(method, url, headers, sent) {
  const parts = ["curl", "-X", method, quoted(location.origin + url), "-H 'Authorization: Bearer TOKEN'"];
  Object.entries(headers).forEach(([name, value]) => parts.push("-H " + quoted(name + ": " + value)));
  if (sent && sent.type) parts.push("--data-binary " + quoted(sent.shown));
  else if (sent && sent.shown) parts.push(sent.shown);
  return parts.join(" ");
}

function requestOf(path, controls, body) {
  let url = path;
  const query = new URLSearchParams();
  const headers = {};
  controls.forEach(([parameter, control]) => {
    if (control.value === "") return;
    if (parameter.in === "path") url = url.replace("{" + parameter.name + "}", encodeURIComponent(control.value));
    if (parameter.in === "query") query.append(parameter.name, control.value);
    if (parameter.in === "header") headers[parameter.name] = control.value;
  });
  const sent = body ? body.read() : null;
  if (sent && sent.type) headers["Content-Type"] = sent.type;
  return { url: query.size ? url + "?" + query : url, headers, sent };
}

// Addresses in answers lead to the form of that address on this page, written as "#get:/v1/runs/...".
function operationAt(method, address) {
  const path = address.split(/[?#]/)[0];
  const fitting = operations.filter((each) => each.pattern.test(path) && (!method || each.method === method));
  const literal = (each) => each.path.replace(/\{[^}]*\}/g, "").length;
  fitting.sort((one, other) => literal(other) - literal(one) || (other.method === "get") - (one.method === "get"));
  return fitting[0];
}

function linkTo(address) {
  const operation = operationAt(null, address);
  return operation ? make("a", { href: "#" + operation.method + ":" + address, textContent: address }) : address;
}

function linked(text) {
  const parts = [];
  let last = 0;
  for (const found of text.matchAll(ADDRESS)) {
    parts.push(text.slice(last, found.index + 1), linkTo(found[1]));
    last = found.index + found[0].length - 1;
  }
  return [...parts, text.slice(last)];
}

function fillFrom(operation, address) {
  const names = [...operation.path.matchAll(/\{([^}]*)\}/g)].map((found) => found[1]);
  const values = operation.pattern.exec(address.split(/[?#]/)[0]).slice(1);
  const query = new URLSearchParams((address.split("#")[0].split("?")[1]) || "");
  operation.controls.forEach(([parameter, control]) => {
    const at = names.indexOf(parameter.name);
    if (parameter.in === "path" && at >= 0 && !values[at].startsWith("{")) control.value = decodeURIComponent(values[at]);
    if (parameter.in === "query" && query.has(parameter.name)) control.value = query.get(parameter.name);
  });
}

function goTo(hash) {
  const found = /^#(get|post|put|patch|delete):(\/.*)$/.exec(hash);
  const operation = found && operationAt(found[1], found[2]);
  if (!operation) return;
  fillFrom(operation, found[2]);
  operation.form.open = true;
  operation.form.scrollIntoView();
  operation.form.querySelector("summary").focus({ preventScroll: true });
}

function noteStructures(told) {
  const ids = (told && Array.isArray(told.items) ? told.items : []).map((each) => each.id).filter((id) => STRUCTURE.test(id));
  if (ids.length < 2) return;
  comparing.forEach((area) => (area.value = JSON.stringify({ structures: ids.slice(0, 8) }, null, 1)));
}

function fileName(answer) {
  const told = answer.headers.get("content-disposition") || "";
  const coded = /filename\*=UTF-8''([^;]+)/i.exec(told);
  if (coded) return decodeURIComponent(coded[1]);
  const named = /filename="?([^";]+)"?/i.exec(told);
  const kind = (answer.headers.get("content-type") || "").split(";")[0];
  return named ? named[1] : "answer" + (ENDINGS[kind] || "");
}

function saving(answer, bytes) {
  const link = make("a", { href: URL.createObjectURL(bytes), download: fileName(answer) });
  link.textContent = "Save " + link.download + " (" + bytes.size.toLocaleString() + " bytes)";
  return make("p", {}, link);
}

async function show(answer, there) {
  const kind = answer.headers.get("content-type") || "";
  const told = TOLD_HEADERS.filter((name) => answer.headers.has(name)).map((name) => name + ": " + answer.headers.get(name));
  const line = make("p", { className: answer.ok ? "fine" : "refused", textContent: answer.status + " " + answer.statusText });
  there.replaceChildren(line, make("pre", { textContent: told.join("\n") }));
  const bytes = await answer.blob();
  if (bytes.size === 0) return;
  if (!kind.includes("json")) {
    there.append(saving(answer, bytes));
    if (!kind.startsWith("text/")) return;
  }
  const text = await bytes.text();
  const read = kind.includes("json") && text.length < MOST_SHOWN ? JSON.parse(text) : null;
  const laid = read === null ? text : JSON.stringify(read, null, 1);
  noteStructures(read);
  const shown = linked(laid.slice(0, MOST_SHOWN));
  there.append(make("pre", {}, ...shown, laid.length > MOST_SHOWN ? "\n(cut here)" : ""));
}

async function follow(request, there) {
  // Events go on until their end; each is shown as it comes.
  const answer = await fetch(request.url, { headers: request.headers, cache: "no-store" });
  if (!(answer.headers.get("content-type") || "").startsWith("text/event-stream")) return show(answer, there);
  const shown = make("pre", {});
  there.replaceChildren(make("p", { className: "fine", textContent: answer.status + " " + answer.statusText }), shown);
  const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) shown.append(part.value);
}

function answersTable(operation) {
  const rows = Object.entries(operation.responses).map(([status, answer]) => {
    const content = Object.values(answer.content || {})[0];
    const words = answer.description || "";
    return make("tr", {}, make("td", { textContent: status }), make("td", { textContent: words }), make("td", { textContent: content ? nameOf(content.schema) : "" }));
  });
  const heads = ["Status", "When", "Document"].map((each) => make("th", { scope: "col", textContent: each }));
  return make("table", {}, make("thead", {}, make("tr", {}, ...heads)), make("tbody", {}, ...rows));
}

function patternOf(path) {
  const parts = path.split(/\{[^}]*\}/).map((each) => each.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp("^" + parts.join("([^/]+)") + "$");
}

function operationOf(description, path, method, operation) {
  const controls = [];
  const parts = (operation.parameters || []).map((parameter) => {
    const [part, control] = parameterField(parameter);
    controls.push([parameter, control]);
    return part;
  });
  const body = bodyOf(description, operation);
  const answered = make("div", { role: "region", ariaLabel: "Answer", ariaLive: "polite" });
  const form = make("form", {}, ...parts, ...(body ? body.parts : []), make("button", { textContent: "Send" }));
  const curl = make("pre", {});
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const request = requestOf(path, controls, body);
    curl.textContent = curlOf(method.toUpperCase(), request.url, request.headers, request.sent);
    answered.replaceChildren(make("p", { textContent: "Sent." }));
    try {
      if (method === "get") await follow(request, answered);
      else {
        const body = request.sent ? request.sent.body : undefined;
        await show(await fetch(request.url, { method: method.toUpperCase(), headers: request.headers, body }), answered);
      }
    } catch (trouble) {
      answered.replaceChildren(make("p", { className: "refused", textContent: "No answer: " + trouble.message }));
    }
  });
  const heading = make("summary", {}, make("span", { className: "method", textContent: method.toUpperCase() }));
  heading.append(make("code", { textContent: path }), " " + (operation.summary || ""));
  const words = (operation.description || "").split("\n\n").map((each) => make("p", { textContent: each }));
  const table = [make("h3", { textContent: "Answers" }), answersTable(operation)];
  const whole = make("details", {}, heading, ...words, form, curl, answered, ...table);
  operations.push({ method, path, pattern: patternOf(path), controls, form: whole });
  return whole;
}

function modelsOf(description) {
  const models = Object.entries((description.components || {}).schemas || {}).map(([name, schema]) =>
    make("details", {}, make("summary", {}, make("code", { textContent: name })), make("pre", { textContent: JSON.stringify(schema, null, 1) })),
  );
  return make("section", {}, make("h2", { textContent: "Documents" }), ...models);
}

async function begin() {
  const description = await (await fetch("openapi.json")).json();
  document.getElementById("about").textContent = description.info.description;
  const groups = new Map((description.tags || []).map((each) => [each.name, [make("p", { textContent: each.description })]]));
  Object.entries(description.paths).forEach(([path, operations]) => {
    Object.entries(operations).forEach(([method, operation]) => {
      const tag = (operation.tags || ["other"])[0];
      if (!groups.has(tag)) groups.set(tag, []);
      groups.get(tag).push(operationOf(description, path, method, operation));
    });
  });
  const sections = [...groups].map(([tag, parts]) => make("section", {}, make("h2", { textContent: tag }), ...parts));
  document.getElementById("groups").replaceChildren(...sections, modelsOf(description));
  window.addEventListener("hashchange", () => goTo(location.hash));
  // The same link again is no change of the address, but its form may have been closed meanwhile.
  document.addEventListener("click", (event) => {
    if (event.target.tagName === "A" && event.target.hash === location.hash) goTo(location.hash);
  });
  goTo(location.hash);
  const asked = await fetch("v1/session");
  document.getElementById("state").textContent = asked.ok
    ? "You are signed in."
    : "You are not signed in: open the link that the server printed when it started.";
}

begin().catch((trouble) => {
  document.getElementById("groups").textContent = "The description cannot be read: " + trouble.message;
});

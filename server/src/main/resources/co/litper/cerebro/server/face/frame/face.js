'use strict';
// What the pages cannot do with HTML alone. All texts come from the server, in the reader's language.
const byId = id => document.getElementById(id);

function tell(nodes) {
  const told = byId('told');
  if (told) told.replaceChildren(...nodes);
}

function line(text, problem) {
  const p = document.createElement('p');
  p.textContent = text;
  if (problem) p.className = 'problem';
  return p;
}

// Problems of a part of a page come as a paragraph of the server's.
document.addEventListener('htmx:responseError', event => {
  const parsed = new DOMParser().parseFromString(event.detail.xhr.responseText, 'text/html');
  const problem = parsed.querySelector('.problem');
  tell([line(problem ? problem.textContent : byId('told').dataset.failed + event.detail.xhr.status, true)]);
});
document.addEventListener('htmx:sendError', () => tell([line(byId('live').dataset.offline, true)]));

// Whether the page is live, in words.
function live(state) {
  const status = byId('live');
  if (!status || status.dataset.state === state) return;
  status.dataset.state = state;
  status.textContent = status.dataset[state];
  status.className = 'live' + (state === 'live' ? ' on' : state === 'offline' ? ' off' : '');
}
document.addEventListener('htmx:sseOpen', () => live('live'));
document.addEventListener('htmx:sseError', () => live('offline'));
document.addEventListener('DOMContentLoaded', () => {
  if (document.querySelector('[sse-connect]')) live('connecting');
});

// One key answers the card that has the focus: data-key="a" on its button. Only within a list that says data-keys.
document.addEventListener('keydown', event => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches('input, select, textarea')) return;
  const list = event.target.closest('[data-keys]');
  if (!list) return;
  const card = event.target.closest('.card');
  const step = {ArrowDown: 1, j: 1, ArrowUp: -1, k: -1}[event.key];
  if (step) {
    const cards = [...document.querySelectorAll('[data-keys] .card')];
    const next = cards[cards.indexOf(card) + step];
    if (next) next.focus();
    event.preventDefault();
    return;
  }
  const button = card && card.querySelector(`[data-key="${CSS.escape(event.key.toLowerCase())}"]`);
  if (button) {
    event.preventDefault();
    button.click();
  }
});

// While a list is brought up to date, what its reader opened stays open, and what became of the last answer stays to be read.
let kept = null;
document.addEventListener('htmx:beforeSwap', event => {
  const target = event.detail.target;
  const refresh = event.detail.requestConfig && event.detail.requestConfig.verb === 'get';
  const told = refresh && target.querySelector('[role="status"]');
  kept = {
    target,
    told: told && told.textContent.trim() ? told : null,
    open: [...target.querySelectorAll('.card[id] details[open]')].map(details => details.closest('.card').id)
  };
});
document.addEventListener('htmx:afterSwap', () => {
  if (!kept) return;
  const {target, told, open} = kept;
  kept = null;
  for (const id of open) {
    const details = target.querySelector(`#${CSS.escape(id)} details`);
    if (details) details.open = true;
  }
  const fresh = told && target.querySelector('[role="status"]');
  if (fresh && !fresh.textContent.trim()) {
    told.setAttribute('aria-live', 'off'); // it was read out when it came
    fresh.replaceWith(told);
  }
});

// When a card that had the focus is answered and goes, the next one takes it.
let focusedAt = -1;
document.addEventListener('htmx:beforeSwap', event => {
  const list = event.detail.target.closest('[data-keys]') || event.detail.target.querySelector('[data-keys]');
  const card = document.activeElement && document.activeElement.closest('[data-keys] .card');
  focusedAt = list && card ? [...document.querySelectorAll('[data-keys] .card')].indexOf(card) : -1;
});
document.addEventListener('htmx:afterSettle', () => {
  if (focusedAt < 0 || document.activeElement !== document.body) return;
  const cards = document.querySelectorAll('[data-keys] .card');
  const next = cards[Math.min(focusedAt, cards.length - 1)];
  if (next) next.focus(); else byId('main').focus();
  focusedAt = -1;
});

// Filters that apply at once.
document.addEventListener('change', event => {
  const form = event.target.closest('form[data-at-once]');
  if (form) form.requestSubmit();
});

// A file is dropped or chosen: it goes as it is, and the page follows its progress.
async function upload(zone, file) {
  const workbook = file.name.toLowerCase().endsWith('.xlsx');
  zone.setAttribute('aria-busy', 'true');
  tell([line(zone.dataset.sending + ' ' + file.name, false)]);
  try {
    const answer = await fetch('/api/v1/imports?name=' + encodeURIComponent(file.name.replace(/[^\p{L}\p{N} ._()-]/gu, '_').slice(-100)), {
      method: 'POST',
      headers: {'Content-Type': workbook ? 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' : 'text/csv'},
      body: file
    });
    const body = await answer.json();
    if (!answer.ok) throw new Error(body.detail || body.title);
    location.assign('/start/' + encodeURIComponent(body.id));
  } catch (e) {
    tell([line(byId('told').dataset.failed + e.message, true)]);
    zone.removeAttribute('aria-busy');
  }
}
document.addEventListener('change', event => {
  const zone = event.target.closest('.drop');
  if (zone && event.target.files.length) upload(zone, event.target.files[0]);
});
for (const kind of ['dragover', 'dragleave', 'drop']) {
  document.addEventListener(kind, event => {
    const zone = event.target.closest && event.target.closest('.drop');
    if (!zone) return;
    event.preventDefault();
    zone.classList.toggle('over', kind === 'dragover');
    if (kind === 'drop' && event.dataTransfer.files.length) upload(zone, event.dataTransfer.files[0]);
  });
}

// The door: a key in the address never reaches a server's log, since what follows # is not sent.
async function enter(form, key) {
  const answer = await fetch('/session', {method: 'POST', headers: {'Content-Type': 'application/json'}, body: JSON.stringify({key})});
  if (answer.ok) location.replace(form.dataset.next);
  else tell([line(form.dataset.wrong, true)]);
}
document.addEventListener('DOMContentLoaded', async () => {
  const door = byId('key-door');
  if (!door) return;
  door.addEventListener('submit', event => { event.preventDefault(); enter(door, byId('key').value.trim()); });
  const shown = decodeURIComponent(location.hash.slice(1));
  if (shown) {
    history.replaceState(null, '', location.pathname + location.search);
    await enter(door, shown);
  }
});

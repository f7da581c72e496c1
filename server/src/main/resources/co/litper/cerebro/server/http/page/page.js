'use strict';
const MOST_ROWS = 50;
const $ = id => document.getElementById(id);
const actions = {
  none: 'dejar así', choose_carrier: 'elegir transportadora', notify_customer: 'avisar al cliente',
  flag_for_monitoring: 'vigilar', ask_address: 'pedir la dirección', ask_time: 'acordar hora', ask_cash: 'recordar el dinero',
  call_customer: 'llamar al cliente', redeliver: 'volver a ofrecer', hold_in_office: 'dejar en oficina',
  return_to_sender: 'devolver', open_claim: 'reclamar', escalate: 'mostrar a una persona'
};
const number = new Intl.NumberFormat('es-CO');
const money = new Intl.NumberFormat('es-CO', {style: 'currency', currency: 'COP', maximumFractionDigits: 0});
const percent = new Intl.NumberFormat('es-CO', {style: 'percent', maximumFractionDigits: 0});
const clock = new Intl.DateTimeFormat('es-CO', {timeZone: 'America/Bogota', hour: '2-digit', minute: '2-digit', second: '2-digit'});
const day = new Intl.DateTimeFormat('es-CO', {timeZone: 'America/Bogota', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit'});
let stream = null;
let role = 'viewer';

async function call(path, options) {
  const answer = await fetch(path, {headers: {Accept: 'application/json', 'Content-Type': 'application/json'}, ...options});
  if (answer.status === 401) { outside(); throw new Error('401'); }
  const text = await answer.text();
  return {status: answer.status, body: text ? JSON.parse(text) : {}};
}

function row(table, cells, fresh) {
  const line = document.createElement('tr');
  for (const cell of cells) {
    const td = document.createElement('td');
    td.append(cell);
    line.append(td);
  }
  if (fresh) line.className = 'new';
  fresh ? table.prepend(line) : table.append(line);
  while (table.rows.length > MOST_ROWS) table.lastElementChild.remove();
}

function none(table, columns, text) {
  const td = document.createElement('td');
  td.colSpan = columns;
  td.className = 'empty';
  td.textContent = text;
  const line = document.createElement('tr');
  line.append(td);
  table.replaceChildren(line);
}

function chosen(decision) {
  const told = decision.choices.filter(c => c.action !== 'none')
    .map(c => (actions[c.action] || c.action) + (c.target ? ' ' + c.target : ''));
  return told.length ? told.join(' · ') : actions.none;
}

function why(label) {
  const link = document.createElement('a');
  link.href = '/api/v1/why/' + label;
  link.textContent = label;
  return link;
}

function show(decision, fresh) {
  row($('decisions'), [clock.format(new Date(decision.at)), why(decision.decision), chosen(decision),
    percent.format(decision.forecast.delay)], fresh);
}

async function figures() {
  const {body} = await call('/api/v1/kpis');
  const late = body.all.lateShare === undefined ? '–' : percent.format(body.all.lateShare);
  const items = [['Envíos', number.format(body.all.parcels)], ['Entregados', number.format(body.all.delivered)],
    ['Devueltos', number.format(body.all.returned)], ['Novedades abiertas', number.format(body.all.openIssues)],
    ['Tarde', late], ['Decisiones', number.format(body.decisions)]];
  $('figures').replaceChildren(...items.map(([name, value]) => {
    const box = document.createElement('div');
    const dt = document.createElement('dt');
    const dd = document.createElement('dd');
    dt.textContent = name;
    dd.textContent = value;
    box.append(dt, dd);
    return box;
  }));
}

async function worklist() {
  const {body} = await call('/api/v1/worklist?limit=10');
  $('worklist').replaceChildren();
  for (const item of body.items) {
    row($('worklist'), [item.guide || item.order || '', item.city, item.reason, money.format(item.riskCop),
      item.proposal ? (actions[item.proposal.action] || item.proposal.action) : '–'], false);
  }
  if (!body.items.length) none($('worklist'), 5, 'Nada abierto.');
}

function answerButton(decision, approved, text) {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = text;
  button.addEventListener('click', async () => {
    const answer = await call('/api/v1/approvals/' + decision, {method: 'POST', body: JSON.stringify({approved})});
    $('state').textContent = answer.status === 200 ? decision + (approved ? ': aprobada' : ': rechazada') : answer.body.detail;
    await approvals();
  });
  return button;
}

async function approvals() {
  const {body} = await call('/api/v1/approvals?limit=20');
  $('approvals').replaceChildren();
  for (const item of body.items) {
    const buttons = document.createElement('span');
    if (role !== 'viewer') buttons.append(answerButton(item.decision, true, 'Sí'), ' ', answerButton(item.decision, false, 'No'));
    row($('approvals'), [item.guide || item.order || '', actions[item.action] || item.action,
      day.format(new Date(item.deadline)), buttons], false);
  }
  if (!body.items.length) none($('approvals'), 4, 'Nada espera.');
}

async function refresh() {
  try {
    await Promise.all([figures(), worklist(), approvals()]);
  } catch (e) {
    if (e.message !== '401') $('state').textContent = 'Sin conexión; se intenta de nuevo.';
  }
}

function follow() {
  stream = new EventSource('/api/v1/stream/decisions');
  stream.addEventListener('open', () => { $('state').textContent = 'En vivo'; $('state').className = 'live'; });
  stream.addEventListener('error', () => { $('state').textContent = 'Sin conexión; se intenta de nuevo.'; $('state').className = ''; });
  stream.addEventListener('decision', e => show(JSON.parse(e.data), true));
}

async function inside() {
  const {body} = await call('/api/v1/me');
  role = body.role;
  $('enter').hidden = true;
  $('inside').hidden = false;
  $('leave').hidden = false;
  const last = await call('/api/v1/decisions?limit=20');
  $('decisions').replaceChildren();
  last.body.items.forEach(d => show(d, false));
  await refresh();
  follow();
}

function outside() {
  if (stream) stream.close();
  $('state').textContent = 'Hace falta una clave.';
  $('enter').hidden = false;
  $('inside').hidden = true;
  $('leave').hidden = true;
}

async function enter(key) {
  const answer = await fetch('/session', {method: 'POST', headers: {'Content-Type': 'application/json'}, body: JSON.stringify({key})});
  if (answer.ok) return inside();
  $('enter-problem').textContent = (await answer.json()).title;
  outside();
}

$('enter').addEventListener('submit', e => { e.preventDefault(); enter($('key').value.trim()); $('key').value = ''; });
$('leave').addEventListener('click', async () => { await call('/session', {method: 'DELETE'}); outside(); });
// The key in the address never reaches a server's log: what follows # is not sent.
const shown = decodeURIComponent(location.hash.slice(1));
if (shown) {
  history.replaceState(null, '', '/');
  enter(shown);
} else {
  inside().catch(() => outside());
}
setInterval(() => { if (!$('inside').hidden) refresh(); }, 5000);

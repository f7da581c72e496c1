'use strict';
// Draws what the server wrote as data: <div class="chart" data-chart="id of a script of type application/json">.
function colour(name) {
  const probe = document.createElement('span');
  probe.style.color = 'var(--' + name + ')';
  document.body.append(probe);
  const found = getComputedStyle(probe).color;
  probe.remove();
  return found;
}

function styled(option) {
  const ink = colour('ink'), muted = colour('muted'), lines = colour('line');
  const said = new Intl.NumberFormat(document.documentElement.lang === 'es' ? 'es-CO' : 'en');
  const label = {color: muted, formatter: value => typeof value === 'number' ? said.format(value) : value};
  const axis = {axisLine: {lineStyle: {color: muted}}, axisLabel: label, splitLine: {lineStyle: {color: lines}}, nameTextStyle: {color: muted}};
  const withAxis = given => given && (Array.isArray(given) ? given.map(withAxis) : {...axis, ...given});
  return {
    animation: false,
    textStyle: {color: ink, fontFamily: 'inherit'},
    color: [colour('accent'), colour('focus'), colour('care'), colour('bad'), colour('muted')],
    grid: {left: 8, right: 16, top: 36, bottom: option.xAxis && option.xAxis.nameLocation ? 32 : 8, containLabel: true},
    legend: {textStyle: {color: ink}, top: 0},
    tooltip: {trigger: 'axis', renderMode: 'richText'},
    ...option,
    xAxis: withAxis(option.xAxis),
    yAxis: withAxis(option.yAxis)
  };
}

function draw(place) {
  const chart = window.echarts.getInstanceByDom(place) || window.echarts.init(place, null, {renderer: 'canvas'});
  chart.setOption(styled(JSON.parse(document.getElementById(place.dataset.chart).textContent)));
}

const drawAll = () => document.querySelectorAll('.chart[data-chart]').forEach(draw);
document.addEventListener('DOMContentLoaded', drawAll);
// A part of the page came anew, perhaps with other data.
document.addEventListener('htmx:afterSettle', drawAll);
window.addEventListener('resize', () => document.querySelectorAll('.chart[data-chart]').forEach(place => {
  const chart = window.echarts.getInstanceByDom(place);
  if (chart) chart.resize();
}));

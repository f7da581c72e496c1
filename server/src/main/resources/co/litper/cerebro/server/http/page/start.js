'use strict';
window.addEventListener('DOMContentLoaded', () => {
  window.SwaggerUIBundle({url: '/openapi.json', dom_id: '#api', deepLinking: true, validatorUrl: null});
});

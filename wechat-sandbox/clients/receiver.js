'use strict';

const http = require('node:http');

/** A server for pushes; `handle` gets the request, its query, its body as text, and the response. */
async function listen(handle) {
  const server = http.createServer(async (request, response) => {
    try {
      request.setEncoding('utf8');
      let body = '';
      for await (const part of request) body += part;
      const query = Object.fromEntries(new URL(request.url, 'http://localhost').searchParams);
      await handle(request, query, body, response);
    } catch (error) {
      response.statusCode = 500;
      response.end(String(error));
    }
  });
  await new Promise(done => server.listen(0, '127.0.0.1', done));
  const close = () => new Promise(done => { server.close(done); server.closeAllConnections?.(); });
  return { url: `http://127.0.0.1:${server.address().port}/wechat`, close };
}

module.exports = { listen };

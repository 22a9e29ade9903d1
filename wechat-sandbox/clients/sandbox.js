'use strict';

// The sandbox as a phone and a checker use it. Everything the independent clients do goes through them, not through here.

const url = process.env.SANDBOX_URL;
if (!url) throw new Error('SANDBOX_URL says where the sandbox listens');

const official = {
  appId: process.env.OFFICIAL_ACCOUNT_APP_ID,
  secret: process.env.OFFICIAL_ACCOUNT_SECRET,
  token: process.env.OFFICIAL_ACCOUNT_TOKEN,
  aesKey: process.env.OFFICIAL_ACCOUNT_AES_KEY
};
const mini = {
  appId: process.env.MINI_PROGRAM_APP_ID,
  token: process.env.MINI_PROGRAM_TOKEN,
  aesKey: process.env.MINI_PROGRAM_AES_KEY
};

async function call(method, path, body) {
  const answer = await fetch(url + path, { method, body: body && JSON.stringify(body) });
  const json = await answer.json();
  if (!answer.ok) throw new Error(`${method} ${path}: ${json.error}`);
  return json;
}

const person = nickname => call('POST', '/sandbox/people', { nickname, phone: '13800000001' });
const act = (who, what, body = {}) => call('POST', `/sandbox/people/${who.id}/${what}`, body);
const messages = async who => (await call('GET', `/sandbox/people/${who.id}/messages`)).items;

async function follower(nickname) {
  const who = await person(nickname);
  await act(who, 'follow');
  return who;
}

/** Waits until no push is under way any more. */
async function quiet() {
  const end = Date.now() + 60_000;
  while ((await call('GET', '/sandbox/ledger?limit=0')).pushesUnderWay > 0) {
    if (Date.now() > end) throw new Error('pushes never end');
    await new Promise(done => setTimeout(done, 10));
  }
}

/** The last push about that person, once all have ended. */
async function lastPush(openid) {
  await quiet();
  const { items } = await call('GET', '/sandbox/ledger');
  return items.filter(entry => entry.kind === 'push' && entry.openid === openid).pop();
}

module.exports = { url, official, mini, call, person, follower, act, messages, quiet, lastPush };

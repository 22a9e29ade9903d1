'use strict';

// co-wechat receives the sandbox's pushes the way any server on Koa would; what it answers the sandbox must take.

const test = require('node:test');
const assert = require('node:assert/strict');
const wechat = require('co-wechat');
const sandbox = require('./sandbox');
const { listen } = require('./receiver');

const { official } = sandbox;

/** What Koa would hand to the middleware. */
function koa(middleware) {
  return async (request, query, body, response) => {
    const context = { method: request.method, query, req: request, request: { body }, status: 200, body: '' };
    await middleware(context, () => {});
    response.statusCode = context.status;
    response.end(context.body);
  };
}

async function receiving(config, handle, check) {
  await sandbox.quiet();
  const server = await listen(koa(wechat(config).middleware(handle)));
  try {
    await check(server.url);
  } finally {
    await server.close();
  }
}

const aim = (url, mode) => sandbox.call('PUT', '/sandbox/push-targets', { officialAccount: { url, mode } });
const words = async who => (await sandbox.messages(who)).map(message => message.text);

for (const mode of ['PLAIN', 'COMPAT', 'SAFE']) {
  const config = mode === 'PLAIN'
    ? official.token
    : { token: official.token, appid: official.appId, encodingAESKey: official.aesKey };

  test(`co-wechat passes the check of its address (${mode})`, async () => {
    await receiving(config, async () => '', async url => {
      await aim(url, mode);
      assert.equal((await sandbox.call('PUT', '/sandbox/push-targets', { verify: true })).officialAccount, true);
    });
  });

  test(`co-wechat reads a text and its reply shows once (${mode})`, async () => {
    const seen = [];
    const handle = async message => {
      seen.push(message);
      return message.MsgType === 'text' ? `收到：${message.Content}` : '';
    };
    await receiving(config, handle, async url => {
      await aim(url, mode);
      const who = await sandbox.follower('张阿姨');
      await sandbox.act(who, 'say', { text: '灯 <b>不亮</b> & 很久了' });
      assert.equal((await sandbox.lastPush(who.officialAccountOpenId)).result, 'ACCEPTED');
      assert.equal(seen[0].Event, 'subscribe');
      assert.equal(seen[1].FromUserName, who.officialAccountOpenId);
      assert.match(seen[1].MsgId, /^\d{19}$/);
      assert.deepEqual(await words(who), ['灯 <b>不亮</b> & 很久了', '收到：灯 <b>不亮</b> & 很久了']);
    });
  });

  test(`co-wechat answers with an article (${mode})`, async () => {
    const article = { title: '停水通知', description: '今晚', picurl: 'http://127.0.0.1/a.png', url: 'http://127.0.0.1/a' };
    await receiving(config, async message => (message.Event ? '' : [article]), async url => {
      await aim(url, mode);
      const who = await sandbox.follower('李叔');
      await sandbox.act(who, 'say', { text: '停水吗' });
      assert.equal((await sandbox.lastPush(who.officialAccountOpenId)).result, 'ACCEPTED');
      assert.deepEqual(await words(who), ['停水吗', '[图文] 停水通知']);
    });
  });
}

test('co-wechat reads pictures, places and the menu', async () => {
  const seen = [];
  const config = { token: official.token, appid: official.appId, encodingAESKey: official.aesKey };
  await receiving(config, async message => { seen.push(message); return ''; }, async url => {
    await aim(url, 'SAFE');
    const who = await sandbox.follower('王姐');
    await sandbox.act(who, 'picture', { color: '#336699' });
    await sandbox.act(who, 'place', { latitude: 31.23, longitude: 121.47, label: '幸福里 3 号楼' });
    await sandbox.act(who, 'click', { key: 'MINE' });
    await sandbox.lastPush(who.officialAccountOpenId);
    assert.deepEqual(seen.map(message => message.MsgType), ['event', 'image', 'location', 'event']);
    assert.equal((await fetch(seen[1].PicUrl)).headers.get('content-type'), 'image/png');
    assert.equal(seen[2].Label, '幸福里 3 号楼');
    assert.equal(seen[3].EventKey, 'MINE');
  });
});

test('co-wechat refuses a push that is signed with another token', async () => {
  const config = { token: official.token, appid: official.appId, encodingAESKey: official.aesKey };
  await receiving(config, async () => '', async url => {
    await aim(url, 'SAFE');
    await sandbox.call('PUT', '/sandbox/faults', { kind: 'pushWrongSignature', endpoint: 'push', count: 1 });
    const who = await sandbox.follower('赵师傅');
    const push = await sandbox.lastPush(who.officialAccountOpenId);
    assert.equal(push.result, 'GIVEN_UP');
    assert.deepEqual(push.tries.map(made => made.status), [401, 401, 401]);
  });
});

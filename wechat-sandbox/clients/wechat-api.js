'use strict';

// wechat-api knows WeChat's API from its own reading of the documentation. What it sends the sandbox must take.

const test = require('node:test');
const assert = require('node:assert/strict');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { promisify } = require('node:util');
const API = require('wechat-api');
const sandbox = require('./sandbox');

const TEMPLATE = 'OA-REQUEST-RECEIVED-00000000000000000000000';
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

function client(secret = sandbox.official.secret) {
  const api = new API(sandbox.official.appId, secret);
  api.endpoint = sandbox.url;
  return new Proxy(api, { get: (target, name) => promisify(target[name]).bind(target) });
}
const api = client();

test('wechat-api gets a token', async () => {
  const token = await api.getAccessToken();
  assert.ok(token.accessToken.length > 100);
  assert.ok(token.expireTime > Date.now() + 7_000_000);
});

test('wechat-api is told that a secret is wrong', async () => {
  await assert.rejects(client('wrong').getAccessToken(), error => error.code === 40125 && / rid: /.test(error.message));
});

test('wechat-api sends a template message that shows on the phone', async () => {
  const who = await sandbox.follower('张阿姨');
  const data = {
    character_string1: { value: 'R2026112300001' }, thing2: { value: '楼道灯不亮' }, phrase3: { value: '已受理' },
    thing4: { value: '幸福里网格 王敏' }, time5: { value: '2026年11月25日 18:00' }
  };
  const sent = await api.sendTemplate(who.officialAccountOpenId, TEMPLATE, 'http://127.0.0.1/request', data);
  assert.equal(sent.errcode, 0);
  const [card] = await sandbox.messages(who);
  assert.equal(card.title, '诉求受理通知');
  assert.equal(card.fields[1].value, '楼道灯不亮');
  assert.equal(card.page, 'http://127.0.0.1/request');
});

test('wechat-api is told that a stranger gets nothing', async () => {
  const who = await sandbox.person('李叔');
  await assert.rejects(
    api.sendTemplate(who.officialAccountOpenId, TEMPLATE, '', { thing2: { value: '灯' } }),
    error => error.code === 43004 || error.code === 47003);
});

test('wechat-api reads who follows', async () => {
  const who = await sandbox.follower('王姐');
  const stranger = await sandbox.person('赵师傅');
  const known = await api.getUser(who.officialAccountOpenId);
  assert.equal(known.subscribe, 1);
  assert.equal(known.unionid, who.unionId);
  const both = await api.batchGetUsers([who.officialAccountOpenId, stranger.officialAccountOpenId]);
  assert.deepEqual(both.user_info_list.map(user => user.subscribe), [1, 0]);
  const followers = await api.getFollowers();
  assert.ok(followers.data.openid.includes(who.officialAccountOpenId));
});

test('wechat-api makes, reads and removes a menu', async () => {
  const menu = { button: [
    { type: 'click', name: '我的诉求', key: 'MINE' },
    { name: '更多', sub_button: [{ type: 'view', name: '办事指南', url: 'http://127.0.0.1/guide' }] }
  ] };
  assert.equal((await api.createMenu(menu)).errcode, 0);
  const { menu: read } = await api.getMenu();
  assert.equal(read.button[0].key, 'MINE');
  assert.equal(read.button[1].sub_button[0].url, 'http://127.0.0.1/guide');
  assert.equal((await api.removeMenu()).errcode, 0);
  await assert.rejects(api.getMenu(), error => error.code === 46003);
});

test('wechat-api groups followers by tags', async () => {
  const who = await sandbox.follower('钱大爷');
  const { tag } = await api.createTag('热心居民');
  assert.equal((await api.membersBatchtagging(tag.id, [who.officialAccountOpenId])).errcode, 0);
  assert.deepEqual((await api.getUserTags(who.officialAccountOpenId)).tagid_list, [tag.id]);
  assert.ok((await api.getTags()).tags.some(one => one.name === '热心居民' && one.count === 1));
  assert.equal((await api.deleteTag(tag.id)).errcode, 0);
});

test('wechat-api answers in the chat as often as WeChat lets it', async () => {
  const who = await sandbox.follower('孙阿姨');
  await sandbox.act(who, 'say', { text: '路灯坏了' });
  for (let i = 0; i < 3 + 5; i++) assert.equal((await api.sendText(who.officialAccountOpenId, '已收到')).errcode, 0);
  await assert.rejects(api.sendText(who.officialAccountOpenId, '还有'), error => error.code === 45047);
  const silent = await sandbox.person('周哥');
  await assert.rejects(api.sendText(silent.officialAccountOpenId, '您好'), error => error.code === 45015);
});

test('wechat-api uploads a picture, sends it and gets it back', async () => {
  const file = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'sandbox-')), 'pixel.png');
  fs.writeFileSync(file, PIXEL);
  const { media_id: id, type } = await api.uploadMedia(file, 'image');
  assert.equal(type, 'image');
  assert.deepEqual(await api.getMedia(id), PIXEL);
  const who = await sandbox.follower('吴老师');
  assert.equal((await api.sendImage(who.officialAccountOpenId, id)).errcode, 0);
  assert.equal((await sandbox.messages(who))[0].text, '[图片]');
  fs.rmSync(path.dirname(file), { recursive: true });
});

test('wechat-api gets a code, a ticket and the addresses', async () => {
  assert.ok((await api.createTmpQRCode('grid_1', 600)).ticket);
  assert.ok((await api.getLatestTicket()).ticket);
  assert.deepEqual((await api.getIp()).ip_list, ['127.0.0.1']);
});

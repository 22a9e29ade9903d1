'use strict';

// Two more implementations of WeChat's message encryption, each against the sandbox's own, in both directions.

const test = require('node:test');
const assert = require('node:assert/strict');
const WXBizMsgCrypt = require('wechat-crypto');
const wecom = require('@wecom/crypto');
const sandbox = require('./sandbox');
const { listen } = require('./receiver');

/** Both libraries behind the same three words. */
function ciphers({ token, appId, aesKey }) {
  const bizMsg = new WXBizMsgCrypt(token, aesKey, appId);
  return {
    'wechat-crypto': {
      sign: (timestamp, nonce, encrypted) => bizMsg.getSignature(timestamp, nonce, encrypted),
      open: encrypted => bizMsg.decrypt(encrypted),
      seal: message => bizMsg.encrypt(message)
    },
    '@wecom/crypto': {
      sign: (timestamp, nonce, encrypted) => wecom.getSignature(token, timestamp, nonce, encrypted),
      open: encrypted => wecom.decrypt(aesKey, encrypted),
      seal: message => wecom.encrypt(aesKey, message, appId)
    }
  };
}

const inXml = (xml, name) => new RegExp(`<${name}>(?:<!\\[CDATA\\[)?(.*?)(?:]]>)?</${name}>`, 's').exec(xml)?.[1];

for (const [name, cipher] of Object.entries(ciphers(sandbox.official))) {
  test(`${name} opens the official account's push and the sandbox opens its reply`, async () => {
    const server = await listen(async (request, query, body, response) => {
      const encrypted = inXml(body, 'Encrypt');
      const { message, id } = cipher.open(encrypted);
      const genuine = query.msg_signature === cipher.sign(query.timestamp, query.nonce, encrypted);
      if (!genuine || id !== sandbox.official.appId) {
        response.statusCode = 401;
        return response.end('not genuine');
      }
      if (inXml(message, 'MsgType') !== 'text') return response.end('success');
      const reply = cipher.seal(
        `<xml><ToUserName><![CDATA[${inXml(message, 'FromUserName')}]]></ToUserName>` +
        `<FromUserName><![CDATA[${inXml(message, 'ToUserName')}]]></FromUserName><CreateTime>1700000000</CreateTime>` +
        `<MsgType><![CDATA[text]]></MsgType><Content><![CDATA[${name} 收到：${inXml(message, 'Content')}]]></Content></xml>`);
      response.end(
        `<xml><Encrypt><![CDATA[${reply}]]></Encrypt><MsgSignature><![CDATA[${cipher.sign('1700000000', '7', reply)}]]>` +
        '</MsgSignature><TimeStamp>1700000000</TimeStamp><Nonce><![CDATA[7]]></Nonce></xml>');
    });
    await sandbox.call('PUT', '/sandbox/push-targets', { officialAccount: { url: server.url, mode: 'SAFE' } });
    const who = await sandbox.follower('张阿姨');
    await sandbox.act(who, 'say', { text: '楼道灯不亮😀' });
    assert.equal((await sandbox.lastPush(who.officialAccountOpenId)).result, 'ACCEPTED');
    const shown = await sandbox.messages(who);
    assert.equal(shown[1].text, `${name} 收到：楼道灯不亮😀`);
    await server.close();
  });
}

for (const [name, cipher] of Object.entries(ciphers(sandbox.mini))) {
  test(`${name} opens the mini-program's push`, async () => {
    const opened = [];
    const server = await listen(async (request, query, body, response) => {
      const { Encrypt } = JSON.parse(body);
      assert.equal(query.msg_signature, cipher.sign(query.timestamp, query.nonce, Encrypt));
      opened.push(cipher.open(Encrypt));
      response.end('success');
    });
    await sandbox.call('PUT', '/sandbox/push-targets', { miniProgram: { url: server.url, mode: 'SAFE', format: 'JSON' } });
    const who = await sandbox.person('李叔');
    await sandbox.act(who, 'say', { app: 'MINI_PROGRAM', text: '你好' });
    assert.equal((await sandbox.lastPush(who.miniProgramOpenId)).result, 'ACCEPTED');
    assert.equal(opened[0].id, sandbox.mini.appId);
    assert.equal(JSON.parse(opened[0].message).Content, '你好');
    await server.close();
  });
}

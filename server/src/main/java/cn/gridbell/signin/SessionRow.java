package cn.gridbell.signin;

record SessionRow(long id, long residentId, long wechatPersonId) {}

'use strict';

// One file, so that the checks run one after the other: they share where the sandbox pushes to.

require('./wechat-api');
require('./co-wechat');
require('./ciphers');

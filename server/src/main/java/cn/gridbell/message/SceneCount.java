package cn.gridbell.message;

import cn.gridbell.message.wording.Scene;

/** How many messages of a scene. */
record SceneCount(Scene scene, long count) {}

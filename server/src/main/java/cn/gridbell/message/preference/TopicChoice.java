package cn.gridbell.message.preference;

import cn.gridbell.message.wording.Topic;

/**
 * One line of the mini-program's settings.
 *
 * @param changeable whether it can be switched off
 */
record TopicChoice(Topic topic, String title, String explanation, boolean wanted, boolean changeable) {}

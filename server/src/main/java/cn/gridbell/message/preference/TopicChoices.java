package cn.gridbell.message.preference;

import java.util.List;

/** All topics, in the order of the screen. */
record TopicChoices(List<TopicChoice> items) {}

package cn.gridbell.message.consent;

import java.util.Map;

/**
 * What is left after a tap.
 *
 * @param remaining template id to sends left, of the templates the person was ever asked for
 */
record ConsentsLeft(Map<String, Integer> remaining) {}

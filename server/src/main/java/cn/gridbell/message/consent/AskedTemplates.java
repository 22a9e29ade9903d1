package cn.gridbell.message.consent;

import cn.gridbell.message.wording.AskedTemplate;
import java.util.List;

/**
 * What to ask consent for.
 *
 * @param items one to three
 */
record AskedTemplates(List<AskedTemplate> items) {}

/**
 * Coverage: campaigns (敲门行动) over every household of a territory, the ledger of knocks, what households wish of knocks, the weekly round of
 * seconded staff, the walk of a day. Stands on the façade {@code Visits}; hears of visits by their facts.
 *
 * <p>Tables: {@code visit_campaign}, {@code visit_campaign_stop}, {@code visit_knock}, {@code visit_knock_need}, {@code visit_knock_door}, {@code visit_knock_preference}. Facts:
 * none.
 */
@NullMarked
package cn.gridbell.visit.coverage;

import org.jspecify.annotations.NullMarked;

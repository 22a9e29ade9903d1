package cn.gridbell.message;

import cn.gridbell.wechat.WechatReceiptArrived;
import org.jspecify.annotations.Nullable;

/**
 * A send and its receipt.
 *
 * @param messageId null until the answer of the send is known
 * @param result    null until the receipt arrives
 * @param applied   the message carries the result
 */
record ReceiptRow(@Nullable Long messageId, WechatReceiptArrived.@Nullable Result result, boolean applied) {}

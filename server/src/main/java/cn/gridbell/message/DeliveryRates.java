package cn.gridbell.message;

import cn.gridbell.message.channel.Channel;
import cn.gridbell.message.wording.TemplateCatalogue;
import cn.gridbell.wechat.WechatApp;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Counter {@code gridbell.message.receipts} by template, channel and result: delivered, blocked_by_person, failed, never; and, of no known
 * template, doubled and unmatched. Delivered over all of them is the delivery rate.
 */
@Component
class DeliveryRates {

    private static final String NO_TEMPLATE = "none";

    private final TemplateCatalogue catalogue;
    private final MeterRegistry meters;

    DeliveryRates(TemplateCatalogue catalogue, MeterRegistry meters) {
        this.catalogue = catalogue;
        this.meters = meters;
    }

    void count(@Nullable SentRow sent, String result) {
        if (sent != null && sent.channel() != null) {
            count(catalogue.templateKey(sent.scene()).name(), sent.channel(), result);
        }
    }

    void count(WechatApp app, String result) {
        count(NO_TEMPLATE, Channel.receiptedBy(app), result);
    }

    private void count(String template, Channel channel, String result) {
        meters.counter(
                        "gridbell.message.receipts",
                        "template",
                        lower(template),
                        "channel",
                        lower(channel.name()),
                        "result",
                        lower(result))
                .increment();
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}

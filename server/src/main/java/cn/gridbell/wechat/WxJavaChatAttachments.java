package cn.gridbell.wechat;

import cn.gridbell.platform.geo.Location;
import cn.gridbell.wechat.ChatPicture.Outcome;
import cn.gridbell.wechat.inbound.InboundLetter;
import cn.gridbell.wechat.inbound.InboundLog;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import me.chanjar.weixin.mp.enums.WxMpApiUrl;
import org.springframework.stereotype.Component;

/** Reads letters of the inbound log and fetches files through WxJava. */
@Component
class WxJavaChatAttachments implements ChatAttachments {

    private static final Pattern MEDIA_ID = Pattern.compile("[A-Za-z0-9_-]{1,256}");
    private static final Pattern DEGREES = Pattern.compile("\\d{1,3}(\\.\\d{1,20})?");
    private static final int LONGEST_LABEL = 200;

    /** 40007 no such file or too old, 40004 of another kind, 48001 the account may not. */
    private static final Set<Integer> GONE = Set.of(40007, 40004, 48001);

    private final WechatCalls calls;
    private final InboundLog inbound;
    private final FileDownload download;

    WxJavaChatAttachments(WechatCalls calls, InboundLog inbound, BoundedHttpClient client) {
        this.calls = calls;
        this.inbound = inbound;
        this.download = new FileDownload(client, MOST_BYTES);
    }

    @Override
    public Optional<ChatPlace> placeOf(long inboundId) {
        return inbound.find(inboundId)
                .filter(letter -> letter.kind().equals("location"))
                .flatMap(WxJavaChatAttachments::place);
    }

    /** {@code Location_X} is the latitude; WeChat's maps are in GCJ-02. */
    private static Optional<ChatPlace> place(InboundLetter letter) {
        Optional<Double> latitude = degrees(letter, "Location_X").filter(value -> value >= 3 && value <= 54);
        Optional<Double> longitude = degrees(letter, "Location_Y").filter(value -> value >= 73 && value <= 136);
        if (latitude.isEmpty() || longitude.isEmpty()) {
            return Optional.empty();
        }
        String label = letter.text("Label")
                .map(text -> text.replaceAll("\\p{Cntrl}", " ").strip())
                .map(WxJavaChatAttachments::clipped)
                .orElse("");
        return Optional.of(
                new ChatPlace(new Location(latitude.get(), longitude.get()).toWgs84(), label.isEmpty() ? null : label));
    }

    private static Optional<Double> degrees(InboundLetter letter, String field) {
        return letter.text(field)
                .filter(text -> DEGREES.matcher(text).matches())
                .map(Double::valueOf);
    }

    private static String clipped(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST_LABEL
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST_LABEL));
    }

    @Override
    public ChatPicture pictureOf(long inboundId) {
        Optional<String> mediaId = inbound.find(inboundId)
                .filter(letter -> letter.kind().equals("image"))
                .flatMap(letter -> letter.text("MediaId"))
                .filter(id -> MEDIA_ID.matcher(id).matches());
        if (mediaId.isEmpty()) {
            return ChatPicture.of(Outcome.GONE);
        }
        try {
            byte[] file = calls.fileAsOfficialAccount("media/get", service -> {
                String url = WxMpApiUrl.Material.MEDIA_GET_URL.getUrl(service.getWxMpConfigStorage());
                return service.execute(download, url, "media_id=" + mediaId.get());
            });
            return file.length > MOST_BYTES
                    ? ChatPicture.of(Outcome.TOO_LARGE)
                    : new ChatPicture(Outcome.FETCHED, file);
        } catch (CallFailed e) {
            return ChatPicture.of(
                    e.kind() == CallFailed.Kind.REFUSED && GONE.contains(e.code()) ? Outcome.GONE : Outcome.AGAIN);
        }
    }
}

package cn.gridbell.wechat;

import java.util.Optional;

/** Pictures and places that people send in the chat of the official account, by the letter that brought them. */
public interface ChatAttachments {

    /** No more is read of a picture. */
    int MOST_BYTES = 10 * 1024 * 1024;

    /** What {@link WechatPlaceReceived} announced; empty once it was erased, or if it lies outside China. Reads the database only. */
    Optional<ChatPlace> placeOf(long inboundId);

    /** Fetches what {@link WechatPictureReceived} announced ({@code media/get}). Leaves the house: not inside a transaction. */
    ChatPicture pictureOf(long inboundId);
}

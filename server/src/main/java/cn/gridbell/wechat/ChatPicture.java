package cn.gridbell.wechat;

/**
 * What came of fetching a picture that somebody sent in the chat.
 *
 * @param file as WeChat keeps it, not looked at; empty unless it was fetched
 */
@SuppressWarnings("ArrayRecordComponent") // handed on once
public record ChatPicture(Outcome outcome, byte[] file) {

    /** What came of it. */
    public enum Outcome {
        FETCHED,
        /** WeChat keeps files three days; or the letter was erased. */
        GONE,
        /** More than {@link ChatAttachments#MOST_BYTES}. */
        TOO_LARGE,
        /** WeChat is busy or away: later it may work. */
        AGAIN
    }

    static ChatPicture of(Outcome outcome) {
        return new ChatPicture(outcome, new byte[0]);
    }

    @Override
    public String toString() {
        return "ChatPicture[" + outcome + ", " + file.length + " bytes]";
    }
}

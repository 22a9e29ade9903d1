package cn.gridbell.message;

/** A message with a call whose answer was not seen. */
record UnansweredRow(long id, MessageStatus status) {

    /** Its answer may still come. */
    boolean underWay() {
        return status == MessageStatus.SENDING;
    }
}

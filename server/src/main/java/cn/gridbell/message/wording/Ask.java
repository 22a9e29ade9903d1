package cn.gridbell.message.wording;

/** A tap before which the mini-program asks for consent ({@code wx.requestSubscribeMessage} needs a tap). */
public enum Ask {
    SUBMIT_REQUEST,
    BOOK_VISIT,
    CHOOSE_PROPOSAL,
    /** On the page of a visit that is agreed on. */
    VISIT_AHEAD,
    RATE,
    STAFF_WORK
}

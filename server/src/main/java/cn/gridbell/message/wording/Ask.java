package cn.gridbell.message.wording;

/** A tap before which the mini-program asks for consent ({@code wx.requestSubscribeMessage} needs a tap). */
public enum Ask {
    SUBMIT_REQUEST,
    BOOK_VISIT,
    CHOOSE_PROPOSAL,
    RATE,
    STAFF_WORK
}

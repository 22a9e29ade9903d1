package cn.gridbell.message.consent;

/** Where an entry of the ledger comes from. */
enum ConsentSource {
    /** The mini-program says what {@code wx.requestSubscribeMessage} gave. */
    TAP,
    /** {@code subscribe_msg_popup_event}. */
    POPUP,
    /** {@code subscribe_msg_change_event}. */
    CHANGE,
    /** A send spent it, gave it back, or learned that it was gone. */
    SEND
}

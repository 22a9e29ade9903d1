package cn.gridbell.request.ask;

/** What came of an ask. */
public enum AskOutcome {
    GRANTED,
    DENIED,
    /** The resident replied. */
    REPLIED,
    /** Nobody replied in time. */
    LAPSED,
    /** The request moved on before anybody decided. */
    OVERTAKEN
}

package cn.gridbell.request;

/** Something a person has to look at; a string in JSON and URLs. */
record ContentReviewId(long value) {

    /** @throws IllegalArgumentException if the text is no id */
    public static ContentReviewId of(String text) {
        return new ContentReviewId(Long.parseLong(text));
    }
}

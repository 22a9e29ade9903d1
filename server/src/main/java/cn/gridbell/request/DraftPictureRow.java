package cn.gridbell.request;

import org.jspecify.annotations.Nullable;

/**
 * A picture of a draft.
 *
 * @param status WAITING, KEPT or REFUSED
 * @param refusal as the resident reads it
 */
record DraftPictureRow(
        long inboundId,
        long draftId,
        String status,
        @Nullable String refusal,
        int tries,
        int claim) {

    DraftPictureRow claimed() {
        return new DraftPictureRow(inboundId, draftId, status, refusal, tries, claim + 1);
    }
}

package cn.gridbell.wechat.inbound;

/** What the room above does with a letter. Letters come at least once each, on any node; a letter that was finished never comes again. */
public interface InboundReader {

    /**
     * First half, outside any transaction: asks WeChat what the letter needs.
     *
     * @return second half, run inside the transaction that marks the letter as done; if it throws, nothing of it stands
     * @throws TryLater if WeChat is away: the letter waits, and its tries are not counted
     */
    Runnable read(InboundLetter letter);

    /** What the letter needs is away; not the letter's fault. */
    final class TryLater extends RuntimeException {

        private static final long serialVersionUID = 1L;

        public TryLater() {
            super("later", null, false, false);
        }
    }
}

package cn.gridbell.request;

import cn.gridbell.resident.ResidentId;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Everything that happens to a request. */
@Service
public class Requests {

    /**
     * Opens a request for a need found at a door; part of the caller's transaction.
     *
     * @throws cn.gridbell.platform.InvalidInput 400 for an unknown category
     */
    public RequestId reportNeed(ReportNeed need) {
        throw new UnsupportedOperationException();
    }

    /** How a request stands, for a message about it. */
    public Optional<RequestNews> newsOf(RequestId id) {
        throw new UnsupportedOperationException();
    }

    /**
     * Words a resident wrote in the chat go to the request they most likely mean: the one answered last, else the open one that moved last, within
     * 14 days. Part of the caller's transaction; the same inbound message twice counts once.
     *
     * @param inboundId identity of the chat message
     * @return the request the words were added to, empty if there is none within reach
     */
    public Optional<RequestId> hearFromChat(ResidentId resident, String words, long inboundId) {
        throw new UnsupportedOperationException();
    }

    /** Whether a request is this resident's own and still open: a visit may be booked for it. */
    public boolean isOpenFor(RequestId id, ResidentId resident) {
        throw new UnsupportedOperationException();
    }
}

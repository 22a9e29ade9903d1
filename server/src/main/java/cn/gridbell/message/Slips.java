package cn.gridbell.message;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Writes slips, in the transaction of the fact they come from, and rings for the courier once it is committed. */
@Component
class Slips {

    private final MessageMapper messages;
    private final Bell bell;

    Slips(MessageMapper messages, Bell bell) {
        this.messages = messages;
        this.bell = bell;
    }

    /** The same slip again writes nothing. */
    @Transactional(propagation = Propagation.MANDATORY)
    void write(Slip slip) {
        messages.insert(slip);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                bell.ring();
            }
        });
    }
}

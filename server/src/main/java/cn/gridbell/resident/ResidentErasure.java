package cn.gridbell.resident;

import cn.gridbell.platform.IdempotencyKeys;
import cn.gridbell.wechat.WechatAuthorizationEnded;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Erases residents, or what they take back. The others are told first, while the id still names somebody. The door stays: it is the street's own
 * register, and others live behind it.
 */
@Component
class ResidentErasure {

    private final ResidentErasureMapper residents;
    private final Residents directory;
    private final IdempotencyKeys keys;
    private final ApplicationEventPublisher facts;

    ResidentErasure(
            ResidentErasureMapper residents,
            Residents directory,
            IdempotencyKeys keys,
            ApplicationEventPublisher facts) {
        this.residents = residents;
        this.directory = directory;
        this.keys = keys;
        this.facts = facts;
    }

    @EventListener
    void on(WechatAuthorizationEnded fact) {
        directory.findByWechat(fact.person()).ifPresent(resident -> erase(resident, fact));
    }

    private void erase(ResidentId resident, WechatAuthorizationEnded fact) {
        switch (fact.extent()) {
            case EVERYTHING -> {
                facts.publishEvent(new ResidentForgotten(resident, fact.at()));
                keys.forget(resident.value());
                residents.deleteConsents(resident.value());
                residents.delete(resident.value());
            }
            case PHONE -> residents.dropPhone(resident.value(), fact.at());
            case PLACE -> {
                residents.dropHousehold(resident.value(), fact.at());
                facts.publishEvent(new ResidentTookBack(resident, fact.extent(), fact.at()));
            }
            case PICTURES -> facts.publishEvent(new ResidentTookBack(resident, fact.extent(), fact.at()));
        }
    }
}

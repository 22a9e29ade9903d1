package cn.gridbell.signin;

import cn.gridbell.resident.ResidentForgotten;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Whoever leaves is signed out everywhere. */
@Component
class SessionErasure {

    private final SessionMapper sessions;

    SessionErasure(SessionMapper sessions) {
        this.sessions = sessions;
    }

    @EventListener
    void on(ResidentForgotten fact) {
        sessions.deleteOf(fact.resident().value());
    }
}

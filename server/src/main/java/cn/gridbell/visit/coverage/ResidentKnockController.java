package cn.gridbell.visit.coverage;

import cn.gridbell.platform.security.Audience;
import cn.gridbell.platform.security.CallableBy;
import cn.gridbell.platform.security.Caller;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/resident/knock-preference")
class ResidentKnockController {

    private final Knocks knocks;

    ResidentKnockController(Knocks knocks) {
        this.knocks = knocks;
    }

    @GetMapping
    @CallableBy(Audience.RESIDENT)
    KnockPreference preference(Caller caller) {
        return knocks.preferenceOf(caller);
    }

    @PutMapping
    @CallableBy(Audience.RESIDENT)
    KnockPreference prefer(Caller caller, @Valid @RequestBody Wish wish) {
        return knocks.prefer(caller, Boolean.TRUE.equals(wish.doNotKnock()));
    }

    /** Body of {@code PUT /api/resident/knock-preference}. */
    record Wish(@NotNull(message = "请选择是否请勿敲门。") Boolean doNotKnock) {}
}

package cn.gridbell.signin;

import cn.gridbell.platform.security.Audience;
import cn.gridbell.platform.security.CallableBy;
import cn.gridbell.platform.security.Caller;
import cn.gridbell.resident.ResidentId;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** 查阅、复制和删除自己的个人信息 (个人信息保护法 Art. 45 and 47). */
@RestController
class OwnRecordsController {

    private final OwnRecords own;

    OwnRecordsController(OwnRecords own) {
        this.own = own;
    }

    @GetMapping("/api/resident/export")
    @CallableBy(Audience.RESIDENT)
    OwnRecords.Export export(Caller caller) {
        return own.export(new ResidentId(caller.residentId()));
    }

    /** Everything goes at once; the token that asked is over, so a second tap is a 401. */
    @PostMapping("/api/resident/erasure")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @CallableBy(Audience.RESIDENT)
    OwnRecords.Erasure erase(Caller caller) {
        return own.erase(new ResidentId(caller.residentId()));
    }
}

package cn.gridbell.signin;

import cn.gridbell.platform.crypto.Phone;
import cn.gridbell.platform.security.Audience;
import cn.gridbell.platform.security.CallableBy;
import cn.gridbell.platform.security.Caller;
import cn.gridbell.resident.GiveHousehold;
import cn.gridbell.resident.ResidentId;
import cn.gridbell.wechat.Wechat;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a signed-in person sees and changes of themselves. */
@RestController
@RequestMapping("/api/resident")
class MeController {

    private final Wechat wechat;
    private final CodeThrottle throttle;
    private final Accounts accounts;

    MeController(Wechat wechat, CodeThrottle throttle, Accounts accounts) {
        this.wechat = wechat;
        this.throttle = throttle;
        this.accounts = accounts;
    }

    @GetMapping("/me")
    @CallableBy(Audience.RESIDENT)
    Me me(Caller caller) {
        return accounts.me(resident(caller));
    }

    /** WeChat is asked first, then everything is stored in one transaction. */
    @PostMapping("/phone")
    @CallableBy(Audience.RESIDENT)
    Me bindPhone(Caller caller, @Valid @RequestBody WechatCode body, HttpServletRequest request) {
        Phone phone = throttle.watch(request.getRemoteAddr(), () -> wechat.phoneOf(body.code()));
        return accounts.bindPhone(resident(caller), phone);
    }

    @PutMapping("/household")
    @CallableBy(Audience.RESIDENT)
    Me giveHousehold(Caller caller, @Valid @RequestBody GiveHousehold body) {
        return accounts.giveHousehold(resident(caller), body);
    }

    /** 201 for a version agreed to for the first time, 200 for one agreed to before. */
    @PostMapping("/privacy-consents")
    @CallableBy(Audience.RESIDENT)
    ResponseEntity<Me> consentToPrivacy(Caller caller, @Valid @RequestBody AgreeToPrivacy body) {
        boolean first = accounts.consentToPrivacy(resident(caller), body.version());
        return ResponseEntity.status(first ? HttpStatus.CREATED : HttpStatus.OK).body(accounts.me(resident(caller)));
    }

    private static ResidentId resident(Caller caller) {
        return new ResidentId(caller.residentId());
    }
}

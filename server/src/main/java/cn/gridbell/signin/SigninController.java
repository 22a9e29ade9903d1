package cn.gridbell.signin;

import cn.gridbell.platform.security.Audience;
import cn.gridbell.platform.security.CallableBy;
import cn.gridbell.platform.security.Caller;
import cn.gridbell.wechat.Wechat;
import cn.gridbell.wechat.WechatPersonId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/signin")
class SigninController {

    private final Wechat wechat;
    private final CodeThrottle throttle;
    private final Accounts accounts;

    SigninController(Wechat wechat, CodeThrottle throttle, Accounts accounts) {
        this.wechat = wechat;
        this.throttle = throttle;
        this.accounts = accounts;
    }

    @PostMapping("/wechat")
    @CallableBy(Audience.ANYONE)
    SignedIn signIn(@Valid @RequestBody WechatCode body, HttpServletRequest request) {
        WechatPersonId person = throttle.watch(request.getRemoteAddr(), () -> wechat.signIn(body.code()));
        return accounts.signIn(person);
    }

    @PostMapping("/refresh")
    @CallableBy(Audience.RESIDENT)
    SignedIn refresh(Caller caller) {
        return accounts.refresh(caller);
    }

    @PostMapping("/signout")
    @CallableBy(Audience.RESIDENT)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void signOut(Caller caller) {
        accounts.signOut(caller);
    }
}

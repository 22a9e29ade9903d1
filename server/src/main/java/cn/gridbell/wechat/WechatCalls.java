package cn.gridbell.wechat;

import cn.binarywang.wx.miniapp.api.WxMaService;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import me.chanjar.weixin.mp.api.WxMpService;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every call to WeChat passes here: never inside a transaction, timed, and with one way to fail whatever WxJava throws. Timer {@code
 * gridbell.wechat.calls}: by api and outcome (ok, refused, unreachable, unanswered); counter {@code gridbell.wechat.refusals}: by errcode.
 */
@Component
class WechatCalls {

    private final WxMaService miniProgram;
    private final WxMpService officialAccount;
    private final TokenlessCalls tokenless;
    private final AccessTokens tokens;
    private final JsonMapper json;
    private final MeterRegistry meters;

    WechatCalls(
            WxMaService miniProgram,
            WxMpService officialAccount,
            TokenlessCalls tokenless,
            AccessTokens tokens,
            JsonMapper json,
            MeterRegistry meters) {
        this.miniProgram = miniProgram;
        this.officialAccount = officialAccount;
        this.tokenless = tokenless;
        this.tokens = tokens;
        this.json = json;
        this.meters = meters;
    }

    /** One call as WxJava makes it. @param <S> the service it is made with */
    interface Call<S> {
        String answer(S service) throws Exception;
    }

    /** One call whose answer is a file. @param <S> the service it is made with */
    interface FileCall<S> {
        byte[] answer(S service) throws Exception;
    }

    /** With the mini-program's access token. A refused token is replaced and the call made again, once. */
    JsonNode asMiniProgram(String api, Call<WxMaService> call) throws CallFailed {
        return withToken(WechatApp.MINI_PROGRAM, api, () -> json.readTree(call.answer(miniProgram)));
    }

    /** With the official account's access token. A refused token is replaced and the call made again, once. */
    JsonNode asOfficialAccount(String api, Call<WxMpService> call) throws CallFailed {
        return withToken(WechatApp.OFFICIAL_ACCOUNT, api, () -> json.readTree(call.answer(officialAccount)));
    }

    /** A file, with the official account's access token. A refused token is replaced and the call made again, once. */
    byte[] fileAsOfficialAccount(String api, FileCall<WxMpService> call) throws CallFailed {
        return withToken(WechatApp.OFFICIAL_ACCOUNT, api, () -> call.answer(officialAccount));
    }

    /** Without a token. */
    JsonNode withoutToken(String api, Call<TokenlessCalls> call) throws CallFailed {
        return timed(api, () -> json.readTree(call.answer(tokenless)));
    }

    private <T> T withToken(WechatApp app, String api, Step<T> step) throws CallFailed {
        refuseInsideTransaction();
        String token = tokenOf(app);
        try {
            return timed(api, step);
        } catch (CallFailed e) {
            if (!e.tokenRefused()) {
                throw e;
            }
            tokens.replace(app, token);
            if (tokenOf(app).equals(token)) {
                throw e;
            }
            return timed(api, step); // WeChat did not look at the first try
        }
    }

    private String tokenOf(WechatApp app) throws CallFailed {
        try {
            return tokens.current(app);
        } catch (CallFailed e) {
            throw CallFailed.unreachable(); // without a token nothing leaves the house
        }
    }

    private interface Step<T> {
        T run() throws Exception;
    }

    private <T> T timed(String api, Step<T> step) throws CallFailed {
        refuseInsideTransaction();
        Timer.Sample sample = Timer.start(meters);
        String outcome = "ok";
        try {
            return step.run();
        } catch (Exception e) {
            CallFailed failed = CallFailed.of(e);
            outcome = failed.kind().tag();
            if (failed.kind() == CallFailed.Kind.REFUSED) {
                meters.counter("gridbell.wechat.refusals", "api", api, "errcode", Integer.toString(failed.code()))
                        .increment();
            }
            throw failed;
        } finally {
            sample.stop(meters.timer("gridbell.wechat.calls", "api", api, "outcome", outcome));
        }
    }

    private static void refuseInsideTransaction() {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("WeChat is never called inside a transaction");
        }
    }
}

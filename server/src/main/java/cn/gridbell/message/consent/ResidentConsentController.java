package cn.gridbell.message.consent;

import cn.gridbell.message.wording.Ask;
import cn.gridbell.message.wording.TemplateCatalogue;
import cn.gridbell.platform.IdempotencyKey;
import cn.gridbell.platform.InvalidInput;
import cn.gridbell.platform.security.Audience;
import cn.gridbell.platform.security.CallableBy;
import cn.gridbell.platform.security.Caller;
import cn.gridbell.resident.ResidentId;
import cn.gridbell.resident.Residents;
import cn.gridbell.wechat.WechatPersonId;
import jakarta.validation.Valid;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Before and after the tap that asks for consent. */
@RestController
class ResidentConsentController {

    private final Consents consents;
    private final TemplateCatalogue catalogue;
    private final Residents residents;

    ResidentConsentController(Consents consents, TemplateCatalogue catalogue, Residents residents) {
        this.consents = consents;
        this.catalogue = catalogue;
        this.residents = residents;
    }

    @GetMapping("/api/resident/message-templates")
    @CallableBy(Audience.RESIDENT)
    AskedTemplates askedBefore(@RequestParam String scene) {
        Ask ask = Arrays.stream(Ask.values())
                .filter(known -> known.name().equals(scene))
                .findFirst()
                .orElseThrow(() -> InvalidInput.of("scene", "没有这个场景，请更新小程序后重试。"));
        return new AskedTemplates(catalogue.askedBefore(ask));
    }

    /** The same key again counts nothing and answers what is left now. */
    @PostMapping("/api/resident/message-consents")
    @CallableBy(Audience.RESIDENT)
    ConsentsLeft tell(
            Caller caller,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @Valid @RequestBody ConsentAnswers answers) {
        IdempotencyKey given = IdempotencyKey.optional(key);
        Map<String, ConsentChoice> choices = answers.choices(catalogue);
        WechatPersonId person =
                residents.require(new ResidentId(caller.residentId())).wechatPerson();
        consents.tapped(person, given == null ? null : caller.residentId() + ":" + given.value(), choices);
        return new ConsentsLeft(consents.left(person));
    }
}

package cn.gridbell.message.preference;

import cn.gridbell.platform.security.Audience;
import cn.gridbell.platform.security.CallableBy;
import cn.gridbell.platform.security.Caller;
import cn.gridbell.resident.ResidentId;
import jakarta.validation.Valid;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a resident wants to hear. */
@RestController
@RequestMapping("/api/resident/message-preferences")
class ResidentPreferenceController {

    private final Preferences preferences;

    ResidentPreferenceController(Preferences preferences) {
        this.preferences = preferences;
    }

    @GetMapping
    @CallableBy(Audience.RESIDENT)
    TopicChoices choices(Caller caller) {
        return new TopicChoices(preferences.of(new ResidentId(caller.residentId())));
    }

    @PutMapping
    @CallableBy(Audience.RESIDENT)
    TopicChoices choose(Caller caller, @Valid @RequestBody ChooseTopics body) {
        ResidentId resident = new ResidentId(caller.residentId());
        preferences.say(resident, body.choices());
        return new TopicChoices(preferences.of(resident));
    }
}

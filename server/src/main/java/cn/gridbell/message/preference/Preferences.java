package cn.gridbell.message.preference;

import cn.gridbell.message.wording.Topic;
import cn.gridbell.resident.ResidentId;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a resident wants to hear. Everything stands in the inbox whatever they say; some topics cannot be switched off. */
@Component
public class Preferences {

    private final PreferenceMapper preferences;
    private final Clock clock;

    Preferences(PreferenceMapper preferences, Clock clock) {
        this.preferences = preferences;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public boolean wants(ResidentId resident, Topic topic) {
        return !topic.optional() || !preferences.unwanted(resident.value()).contains(topic);
    }

    /** Forgets what a resident said; they are asked anew. */
    @Transactional
    public void forget(ResidentId resident) {
        preferences.forget(resident.value());
    }

    @Transactional(readOnly = true)
    List<TopicChoice> of(ResidentId resident) {
        Set<Topic> unwanted = Set.copyOf(preferences.unwanted(resident.value()));
        return Arrays.stream(Topic.values())
                .filter(topic -> topic != Topic.WORK)
                .map(topic -> new TopicChoice(
                        topic, topic.title(), topic.explanation(), !unwanted.contains(topic), topic.optional()))
                .toList();
    }

    /** @param wanted only topics that are {@link Topic#optional()} */
    @Transactional
    void say(ResidentId resident, Map<Topic, Boolean> wanted) {
        // In one order for everybody, so that two calls at once do not wait for each other in a circle.
        new TreeMap<>(wanted)
                .forEach((topic, wants) -> preferences.say(resident.value(), topic, wants, clock.instant()));
    }
}

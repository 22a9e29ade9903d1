package cn.gridbell.message;

import cn.gridbell.message.channel.ChannelState;
import cn.gridbell.message.channel.Channels;
import cn.gridbell.platform.security.Audience;
import cn.gridbell.platform.security.CallableBy;
import cn.gridbell.platform.security.Caller;
import cn.gridbell.platform.security.Role;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How the ways to WeChat stand, and opening one that was shut too early. */
@RestController
@RequestMapping("/api/staff/message-channels")
class StaffChannelController {

    private final Channels channels;
    private final Messages messages;

    StaffChannelController(Channels channels, Messages messages) {
        this.channels = channels;
        this.messages = messages;
    }

    /** All channels. */
    record States(List<ChannelState> items) {}

    @GetMapping
    @CallableBy(
            value = Audience.STAFF,
            roles = {Role.STREET, Role.ADMIN})
    States states(Caller caller) {
        return new States(channels.states());
    }

    /** After the quota was raised or cleared at WeChat: what is parked until midnight goes out at the next look. */
    @PostMapping("/{channel}/reopening")
    @CallableBy(
            value = Audience.STAFF,
            roles = {Role.STREET, Role.ADMIN})
    States reopen(Caller caller, @PathVariable String channel) {
        channels.reopen(ChannelNotFound.orKnown(channel));
        messages.bringForward();
        return new States(channels.states());
    }
}

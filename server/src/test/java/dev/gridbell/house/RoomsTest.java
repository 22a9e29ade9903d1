package dev.gridbell.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gridbell.GridbellServer;
import dev.gridbell.house.downstairs.Downstairs;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.Violations;

/** Every arrow points down. */
class RoomsTest {

    @Test
    void everyArrowPointsDown() {
        ApplicationModules rooms = ApplicationModules.of(GridbellServer.class);
        rooms.verify();
        assertThat(rooms.stream().map(room -> room.getIdentifier().toString()))
                .contains(
                        "platform",
                        "grid",
                        "wechat",
                        "photo",
                        "resident",
                        "staff",
                        "signin",
                        "request",
                        "visit",
                        "message",
                        "chat",
                        "open311");
    }

    @Test
    void anArrowThatPointsUpIsCaught() {
        assertThatThrownBy(() -> ApplicationModules.of(Downstairs.class.getPackageName(), location -> true)
                        .verify())
                .isInstanceOf(Violations.class)
                .hasMessageContaining("upper");
    }
}

package dev.gridbell.firstrun;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gridbell.firstrun.story.Call;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlayTest {

    private final Play play = new Play("1");

    @Test
    void tellsAReaderOnlyWhatIsNew() {
        play.chapter("一");
        play.step("居民", "登录");
        play.called(new Call("居民", "POST", "/api/signin/wechat", 200, 12, "", "{}"));

        assertThat((List<?>) play.since(0).get("entries")).hasSize(3);
        assertThat((List<?>) play.since(2).get("entries")).hasSize(1);
        assertThat((List<?>) play.since(99).get("entries")).isEmpty();
        assertThat(play.since(0)).containsEntry("next", 3).containsEntry("state", Play.State.RUNNING);
    }

    @Test
    void endsWithWhatWentWrong() {
        play.failed("等了 45 秒，仍没有：回执");

        assertThat(play.state()).isEqualTo(Play.State.FAILED);
        assertThat(play.since(0).toString()).contains("回执");
    }
}

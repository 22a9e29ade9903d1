package dev.gridbell.firstrun;

import dev.gridbell.firstrun.story.Call;
import dev.gridbell.firstrun.story.StoryListener;
import java.io.PrintStream;

/** The story as lines of text. */
final class PrintedStory implements StoryListener {

    private final PrintStream out;
    private int checks;

    PrintedStory(PrintStream out) {
        this.out = out;
    }

    /** How many things were checked so far and held. */
    int checks() {
        return checks;
    }

    @Override
    public void phone(String owner, String sandboxId) {
        out.printf("  （%s 的手机：%s）%n", owner, sandboxId);
    }

    @Override
    public void chapter(String title) {
        out.printf("%n━━ %s%n", title);
    }

    @Override
    public void step(String actor, String what) {
        out.printf("  %s：%s%n", actor, what);
    }

    @Override
    public void called(Call call) {
        out.printf("      %s %s → %d（%d 毫秒）%n", call.method(), call.path(), call.status(), call.millis());
    }

    @Override
    public void checked(String what) {
        checks++;
        out.printf("    ✓ %s%n", what);
    }
}

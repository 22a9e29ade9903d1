package dev.gridbell.testing;

import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Each test begins on Tuesday morning, in the house and in the WeChat sandbox. */
final class ClockReset implements BeforeEachCallback {

    @Override
    public void beforeEach(ExtensionContext context) {
        var application = SpringExtension.getApplicationContext(context);
        MutableClock clock = application.getBean(MutableClock.class);
        clock.reset();
        application.getBean(People.class).sandboxFollows(clock);
    }
}

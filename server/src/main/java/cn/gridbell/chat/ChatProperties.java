package cn.gridbell.chat;

import java.time.Duration;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code gridbell.chat}: pages of the mini-program that the chat links to, without leading slash.
 *
 * @param homePage   where somebody signs in and gives a household
 * @param reportPage where a request is submitted
 * @param bookPage   where a visit is booked
 * @param answersFor how long keyword answers are remembered: so late does another node see a change, 0 to 60 s
 */
@ConfigurationProperties("gridbell.chat")
record ChatProperties(
        @DefaultValue("pages/index/index") String homePage,
        @DefaultValue("pages/request/new") String reportPage,
        @DefaultValue("pages/visit/book") String bookPage,
        @DefaultValue("3s") Duration answersFor) {

    private static final Pattern PAGE = Pattern.compile("[A-Za-z0-9_-]+(/[A-Za-z0-9_-]+)*(\\?[A-Za-z0-9_=&-]*)?");

    ChatProperties {
        check(PAGE.matcher(homePage).matches(), "home-page");
        check(PAGE.matcher(reportPage).matches(), "report-page");
        check(PAGE.matcher(bookPage).matches(), "book-page");
        check(!answersFor.isNegative() && answersFor.toSeconds() <= 60, "answers-for 0..60s");
    }

    private static void check(boolean fine, String what) {
        if (!fine) {
            throw new IllegalArgumentException("gridbell.chat: " + what);
        }
    }
}

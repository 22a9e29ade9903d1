package cn.gridbell.message;

import cn.gridbell.message.channel.Channel;
import cn.gridbell.message.channel.Channels;
import cn.gridbell.message.consent.Consents;
import cn.gridbell.message.preference.Preferences;
import cn.gridbell.message.wording.Scene;
import cn.gridbell.platform.RowsByName;
import cn.gridbell.wechat.Wechat;
import cn.gridbell.wechat.WechatConsentChanged;
import cn.gridbell.wechat.WechatPersonId;
import com.baomidou.mybatisplus.spring.MybatisSqlSessionFactoryBean;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.gridbell.testing.MutableClock;
import dev.gridbell.testing.TestDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.session.SqlSessionFactory;
import org.flywaydb.core.Flyway;
import org.mybatis.spring.annotation.MapperScan;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** This room alone, on a real database, with everybody around it played. One for all its tests; each begins with empty tables. */
final class MessageRoom {

    private static final class Holder {
        static final MessageRoom ROOM = new MessageRoom();
    }

    final ApplicationContext context;
    final JdbcTemplate sql;
    final TransactionTemplate transaction;
    final MutableClock clock;
    final FakeWechat wechat;
    final FakeNews news;
    final Desk desk;
    final Courier courier;
    final Consents consents;
    final Channels channels;
    final Preferences preferences;
    private final AtomicLong inbound = new AtomicLong();

    private MessageRoom() {
        context = new AnnotationConfigApplicationContext(Setup.class);
        sql = context.getBean(JdbcTemplate.class);
        transaction = new TransactionTemplate(context.getBean(PlatformTransactionManager.class));
        clock = context.getBean(MutableClock.class);
        wechat = context.getBean(FakeWechat.class);
        news = context.getBean(FakeNews.class);
        desk = context.getBean(Desk.class);
        courier = context.getBean(Courier.class);
        consents = context.getBean(Consents.class);
        channels = context.getBean(Channels.class);
        preferences = context.getBean(Preferences.class);
    }

    static MessageRoom fresh() {
        MessageRoom room = Holder.ROOM;
        for (String table : List.of(
                "message", "message_receipt", "message_consent", "message_consent_entry", "message_preference")) {
            room.sql.update("DELETE FROM " + table);
        }
        room.clock.reset();
        room.wechat.reset();
        room.news.reset();
        room.sql.update("UPDATE message_channel SET heard_at = NULL");
        for (Channel channel : Channel.values()) {
            room.channels.reopen(channel);
        }
        return room;
    }

    /** The WeChat person of a resident or staff member in these tests. */
    static WechatPersonId phoneOf(long personId) {
        return new WechatPersonId(1000 + personId);
    }

    /** Announces a fact in a transaction of its own. */
    void announce(Object fact) {
        transaction.executeWithoutResult(open -> context.publishEvent(fact));
    }

    void accept(WechatPersonId person, String templateId, int times) {
        for (int i = 0; i < times; i++) {
            announce(new WechatConsentChanged(
                    person,
                    templateId,
                    WechatConsentChanged.Choice.ACCEPT,
                    true,
                    inbound.incrementAndGet(),
                    clock.instant()));
        }
    }

    /** Works until nothing is due now; asks WeChat whether it is back where it is time. */
    void work() {
        desk.takeBackLapsed();
        context.getBean(Lines.class).probe();
        for (List<Message> claimed = claim(50); !claimed.isEmpty(); claimed = claim(50)) {
            claimed.forEach(courier::carry);
        }
    }

    List<Message> claim(int most) {
        return desk.claim(most, Duration.ofSeconds(90));
    }

    /** Runs on until the next try must have been due. */
    void pass(Duration time) {
        clock.advance(time);
        work();
    }

    /** Of what was to be said at once; reminders and what staff hear of others' messages aside. */
    List<String> statuses() {
        return sql.queryForList(
                "SELECT status FROM message WHERE not_before = created_at AND scene <> 'PERSON_NOT_TOLD' ORDER BY id",
                String.class);
    }

    String statusOf(Scene scene) {
        return String.valueOf(
                sql.queryForObject("SELECT status FROM message WHERE scene = ?", String.class, scene.name()));
    }

    String status() {
        return statuses().get(0);
    }

    Map<String, Object> row() {
        return sql.queryForMap("SELECT * FROM message ORDER BY id LIMIT 1");
    }

    /** Of the oldest message. */
    long id() {
        Long id = sql.queryForObject("SELECT MIN(id) FROM message", Long.class);
        return id == null ? -1 : id;
    }

    int count(String where) {
        Integer count = sql.queryForObject("SELECT COUNT(*) FROM " + where, Integer.class);
        return count == null ? -1 : count;
    }

    /** Not annotated as a configuration, so that the whole application's scan does not find it. */
    @EnableTransactionManagement(proxyTargetClass = true)
    @MapperScan(basePackages = "cn.gridbell.message", annotationClass = Mapper.class)
    @ConfigurationPropertiesScan("cn.gridbell.message")
    @ComponentScan(
            basePackages = "cn.gridbell.message",
            excludeFilters =
                    @ComponentScan.Filter(
                            type = FilterType.REGEX,
                            pattern =
                                    ".*(Controller|FromRooms|Territory|Messages|Reveals|Test|Setup|CourierLoop|MessageTasks|TemplateInspection|TemplateCommand)"))
    static class Setup {

        @Bean(destroyMethod = "close")
        HikariDataSource dataSource() {
            TestDatabase database = TestDatabase.fresh("message");
            HikariConfig config = new HikariConfig();
            config.setJdbcUrl(database.url());
            config.setUsername(database.user());
            config.setPassword(database.password());
            config.setAutoCommit(false);
            config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
            config.setMaximumPoolSize(40);
            HikariDataSource pool = new HikariDataSource(config);
            Flyway.configure()
                    .dataSource(pool)
                    .locations("classpath:db/migration/message")
                    .load()
                    .migrate();
            return pool;
        }

        @Bean
        PlatformTransactionManager transactionManager(DataSource pool) {
            return new JdbcTransactionManager(pool);
        }

        @Bean
        SqlSessionFactory sqlSessionFactory(DataSource pool) throws Exception {
            MybatisSqlSessionFactoryBean factory = new MybatisSqlSessionFactoryBean();
            factory.setDataSource(pool);
            factory.setConfiguration(new RowsByName());
            return java.util.Objects.requireNonNull(factory.getObject());
        }

        @Bean
        JdbcTemplate jdbcTemplate(HikariDataSource pool) {
            HikariConfig own = new HikariConfig();
            own.setJdbcUrl(pool.getJdbcUrl());
            own.setUsername(pool.getUsername());
            own.setPassword(pool.getPassword());
            own.setMaximumPoolSize(2);
            return new JdbcTemplate(new HikariDataSource(own));
        }

        @Bean
        MutableClock clock() {
            return new MutableClock();
        }

        @Bean
        JsonMapper jsonMapper() {
            return JsonMapper.shared();
        }

        @Bean
        MeterRegistry meters() {
            return new SimpleMeterRegistry();
        }

        @Bean
        Wechat wechat() {
            return new FakeWechat();
        }

        @Bean
        News news() {
            return new FakeNews();
        }

        @Bean
        AddressBook addressBook() {
            return person -> Optional.of(phoneOf(person.id()));
        }
    }
}

package cn.gridbell.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class PublicAddressTest {

    @Test
    void linksAreMadeFromTheSetting() {
        assertThat(with(Map.of("gridbell.public-address", "https://hl.example.cn"))
                        .link("/photos/7?expires=1"))
                .hasToString("https://hl.example.cn/photos/7?expires=1");
    }

    @Test
    void aServerOnOnesOwnMachineNamesItself() {
        assertThat(with(Map.of("local.server.port", "18080")).link("/photos/7"))
                .hasToString("http://127.0.0.1:18080/photos/7");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://hl.example.cn",
                "https://localhost",
                "https://127.0.0.1",
                "https://10.0.0.7",
                "https://192.168.1.2:8443",
                "https://gridbell.local",
                "https://hl.example.cn/",
                "hl.example.cn"
            })
    void whatWechatCannotReachIsRefusedInProduction(String address) {
        assertThat(with(Map.of("gridbell.public-address", address)).objections())
                .singleElement()
                .asString()
                .contains("gridbell.public-address");
    }

    @Test
    void aPublicHostIsFineAndNoneIsNot() {
        assertThat(with(Map.of("gridbell.public-address", "https://hl.example.cn:443"))
                        .objections())
                .isEmpty();
        assertThat(with(Map.of()).objections()).hasSize(1);
    }

    private static PublicAddress with(Map<String, Object> settings) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("test", settings));
        return new PublicAddress(environment);
    }
}

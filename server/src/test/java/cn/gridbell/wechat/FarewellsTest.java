package cn.gridbell.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gridbell.wechat.WechatAuthorizationEnded.Extent;
import org.junit.jupiter.api.Test;

class FarewellsTest {

    @Test
    void eachScopeSaysWhatHasToGo() {
        assertThat(Farewells.extentsOf("8")).containsExactly(Extent.PHONE);
        assertThat(Farewells.extentsOf("13")).containsExactly(Extent.PLACE);
        assertThat(Farewells.extentsOf("201")).containsExactly(Extent.PLACE);
        assertThat(Farewells.extentsOf("14,8")).containsExactlyInAnyOrder(Extent.PHONE, Extent.PICTURES);
        assertThat(Farewells.extentsOf("207")).containsExactly(Extent.PICTURES);
    }

    @Test
    void whatIsNotKeptHereSaysNothingAndNoScopeMeansEverything() {
        assertThat(Farewells.extentsOf("12")).isEmpty();
        assertThat(Farewells.extentsOf("999")).isEmpty();
        assertThat(Farewells.extentsOf("")).containsExactly(Extent.EVERYTHING);
    }
}

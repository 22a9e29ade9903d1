package cn.gridbell.staff;

import cn.gridbell.grid.GridId;
import cn.gridbell.grid.GridLevel;
import cn.gridbell.platform.crypto.Phone;
import cn.gridbell.wechat.WechatPersonId;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Staff accounts: who they are, what they serve, who answers for a territory. */
@Service
public class StaffMembers {

    /** Binds the account with this phone to the person, if there is one; a second person with the same phone takes it over. */
    public Optional<StaffId> bind(Phone phone, WechatPersonId person) {
        throw new UnsupportedOperationException();
    }

    public Optional<StaffId> findByWechat(WechatPersonId person) {
        throw new UnsupportedOperationException();
    }

    /** @throws StaffNotFound 404 */
    public StaffView require(StaffId id) {
        throw new UnsupportedOperationException();
    }

    public Optional<StaffView> find(StaffId id) {
        throw new UnsupportedOperationException();
    }

    /**
     * Who answers for a grid at a level: GRID its grid member (the lead if there is none), COMMUNITY and STREET the staff of the territory
     * above, empty if the post is vacant. At one level the same person is named each time.
     */
    public Optional<StaffView> holderAt(GridId grid, GridLevel level) {
        throw new UnsupportedOperationException();
    }

    /** Who answers at the district, above the street. */
    public Optional<StaffView> districtHolder() {
        throw new UnsupportedOperationException();
    }

    /** The grid lead of a grid (level GRID). */
    public Optional<StaffView> leadOf(GridId grid) {
        throw new UnsupportedOperationException();
    }

    /** Whether the member serves this grid itself or a territory above it. */
    public boolean serves(StaffId id, GridId grid) {
        throw new UnsupportedOperationException();
    }

    /** The number residents may call, if the member has one on the public list. */
    public Optional<Phone> publicPhoneOf(StaffId id) {
        throw new UnsupportedOperationException();
    }
}

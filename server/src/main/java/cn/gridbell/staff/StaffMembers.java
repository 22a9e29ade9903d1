package cn.gridbell.staff;

import cn.gridbell.grid.GridId;
import cn.gridbell.grid.GridLevel;
import cn.gridbell.grid.GridView;
import cn.gridbell.grid.Grids;
import cn.gridbell.platform.crypto.FieldCipher;
import cn.gridbell.platform.crypto.Phone;
import cn.gridbell.platform.security.Role;
import cn.gridbell.wechat.WechatPersonId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Staff accounts: who they are, what they serve, who answers for a territory. */
@Service
public class StaffMembers {

    static final String PUBLIC_PHONE = "staff_member.public_phone";
    static final String PHONE_INDEX = "staff_member.phone_index";

    private final StaffMapper staff;
    private final Grids grids;
    private final FieldCipher cipher;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    StaffMembers(StaffMapper staff, Grids grids, FieldCipher cipher, ApplicationEventPublisher facts, Clock clock) {
        this.staff = staff;
        this.grids = grids;
        this.cipher = cipher;
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * Binds the account with this phone to the person, if there is one; a second person with the same phone takes it over. One person holds
     * one account: a former one is let go.
     */
    @Transactional
    public Optional<StaffId> bind(Phone phone, WechatPersonId person) {
        Long account = staff.lockByPhone(cipher.index(PHONE_INDEX, phone.digits()));
        if (account == null) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        staff.release(person.value(), account);
        staff.bind(account, person.value(), now);
        StaffId bound = new StaffId(account);
        facts.publishEvent(new StaffBound(bound, now));
        return Optional.of(bound);
    }

    @Transactional
    public Optional<StaffId> findByWechat(WechatPersonId person) {
        return accountOf(person).map(StaffAccount::id);
    }

    /** The account a person holds right now; empty for everybody who is no staff, or no longer. */
    @Transactional
    public Optional<StaffAccount> accountOf(WechatPersonId person) {
        return Optional.ofNullable(staff.findByWechat(person.value())).map(StaffMemberRow::account);
    }

    /**
     * Also of those who left: the past names them.
     *
     * @throws StaffNotFound 404
     */
    @Transactional
    public StaffView require(StaffId id) {
        return find(id).orElseThrow(StaffNotFound::new);
    }

    /** Also of those who left: the past names them. */
    @Transactional
    public Optional<StaffView> find(StaffId id) {
        return view(staff.find(id.value()));
    }

    /**
     * Who answers for a grid at a level: GRID its grid member (the lead if there is none), COMMUNITY and STREET the staff of the territory
     * above, MICRO_GRID the grid member of the micro-grid itself; empty if the post is vacant. At one level the same person is named each
     * time: the one with the lowest number.
     */
    @Transactional
    public Optional<StaffView> holderAt(GridId grid, GridLevel level) {
        Optional<GridView> territory = grids.atLevel(grid, level);
        return switch (level) {
            case GRID -> territory.flatMap(at -> onDuty(at, Role.GRID_MEMBER).or(() -> onDuty(at, Role.GRID_LEAD)));
            case MICRO_GRID -> territory.flatMap(at -> onDuty(at, Role.GRID_MEMBER));
            case COMMUNITY -> territory.flatMap(at -> onDuty(at, Role.COMMUNITY));
            case STREET -> territory.flatMap(at -> onDuty(at, Role.STREET));
        };
    }

    /** Who answers at the district, above the street. */
    @Transactional
    public Optional<StaffView> districtHolder() {
        return view(staff.first(Role.DISTRICT));
    }

    /** The grid lead of a grid (level GRID), or of the grid a micro-grid lies in. */
    @Transactional
    public Optional<StaffView> leadOf(GridId grid) {
        return grids.atLevel(grid, GridLevel.GRID).flatMap(at -> onDuty(at, Role.GRID_LEAD));
    }

    /** Whether the member serves this grid itself or a territory above it. */
    @Transactional
    public boolean serves(StaffId id, GridId grid) {
        List<Long> path = grids.pathOf(grid).stream().map(at -> at.id().value()).toList();
        return !path.isEmpty() && staff.servesOneOf(id.value(), path);
    }

    /** The number residents may call, if the member has one on the public list. */
    @Transactional
    public Optional<Phone> publicPhoneOf(StaffId id) {
        return Optional.ofNullable(staff.publicPhoneOf(id.value()))
                .map(row -> cipher.open(new FieldCipher.Place(PUBLIC_PHONE, row.number()), row.publicPhone()))
                .flatMap(Phone::parse);
    }

    private Optional<StaffView> onDuty(GridView grid, Role role) {
        return view(staff.onDuty(grid.id().value(), role));
    }

    private Optional<StaffView> view(@Nullable StaffMemberRow row) {
        return Optional.ofNullable(row).map(found -> found.view(staff.dutiesOf(found.id())));
    }
}

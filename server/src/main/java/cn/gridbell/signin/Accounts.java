package cn.gridbell.signin;

import cn.gridbell.grid.GridLevel;
import cn.gridbell.grid.GridView;
import cn.gridbell.grid.Grids;
import cn.gridbell.platform.crypto.Phone;
import cn.gridbell.platform.security.Caller;
import cn.gridbell.platform.security.Role;
import cn.gridbell.resident.GiveHousehold;
import cn.gridbell.resident.ResidentId;
import cn.gridbell.resident.ResidentView;
import cn.gridbell.resident.Residents;
import cn.gridbell.staff.StaffMembers;
import cn.gridbell.staff.StaffView;
import cn.gridbell.wechat.WechatPersonId;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A person as one account: resident and, if they are one, staff member. What they see and change of it themselves. */
@Service
class Accounts {

    private final Residents residents;
    private final StaffMembers staff;
    private final Grids grids;
    private final Sessions sessions;

    Accounts(Residents residents, StaffMembers staff, Grids grids, Sessions sessions) {
        this.residents = residents;
        this.staff = staff;
        this.grids = grids;
        this.sessions = sessions;
    }

    /** @param person as WeChat has just confirmed */
    @Transactional
    SignedIn signIn(WechatPersonId person) {
        ResidentId resident = residents.signedIn(person);
        return signedIn(sessions.open(resident, person), resident);
    }

    /** @throws SessionOver 401 */
    @Transactional
    SignedIn refresh(Caller caller) {
        return signedIn(sessions.replace(caller.sessionId()), new ResidentId(caller.residentId()));
    }

    void signOut(Caller caller) {
        sessions.end(caller.sessionId());
    }

    @Transactional
    Me me(ResidentId id) {
        ResidentView resident = residents.require(id);
        GridView grid = resident.grid() == null ? null : grids.require(resident.grid());
        return new Me(
                id,
                residents.maskedPhoneOf(id).orElse(null),
                residents
                        .householdOf(id)
                        .map(door -> new Me.Household(door.address(), door.building(), door.unit(), door.room()))
                        .orElse(null),
                grid == null ? null : GridLine.of(grid),
                grid == null ? null : gridMemberOf(grid),
                new Me.Consents(residents.privacyConsentOf(id).orElse(null)),
                staff.accountOf(resident.wechatPerson())
                        .map(account -> sorted(account.roles()))
                        .orElse(List.of()),
                residents
                        .hintedGridOf(id)
                        .map(grids::require)
                        .map(GridLine::of)
                        .map(Me.Hint::new)
                        .orElse(null));
    }

    /** Binds a number; if it is a staff member's, the person holds that account from now on. */
    @Transactional
    Me bindPhone(ResidentId id, Phone phone) {
        residents.bindPhone(id, phone);
        staff.bind(phone, residents.require(id).wechatPerson());
        return me(id);
    }

    @Transactional
    Me giveHousehold(ResidentId id, GiveHousehold household) {
        residents.giveHousehold(
                id,
                household,
                household.location() == null ? null : household.location().toWgs84());
        return me(id);
    }

    /** @return false if they had agreed to this version before */
    boolean consentToPrivacy(ResidentId id, String version) {
        return residents.consentToPrivacy(id, version);
    }

    private Me.@Nullable GridMember gridMemberOf(GridView grid) {
        return staff.holderAt(grid.id(), GridLevel.GRID)
                .map(member -> new Me.GridMember(
                        member.name(),
                        member.photoUrl(),
                        staff.publicPhoneOf(member.id()).map(Phone::digits).orElse(null)))
                .orElse(null);
    }

    private SignedIn signedIn(Token token, ResidentId id) {
        ResidentView resident = residents.require(id);
        return new SignedIn(
                token.text(),
                token.expiresAt(),
                new SignedIn.Person(id, resident.phoneBound(), resident.household() != null),
                staff.findByWechat(resident.wechatPerson())
                        .map(staff::require)
                        .map(this::staffOf)
                        .orElse(null));
    }

    private SignedIn.Staff staffOf(StaffView member) {
        return new SignedIn.Staff(
                member.id(),
                member.name(),
                sorted(member.roles()),
                member.grids().stream().map(grids::require).map(GridLine::of).toList());
    }

    private static List<Role> sorted(Collection<Role> roles) {
        return roles.stream().sorted().toList();
    }
}

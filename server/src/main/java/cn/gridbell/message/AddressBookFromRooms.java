package cn.gridbell.message;

import cn.gridbell.resident.ResidentId;
import cn.gridbell.resident.ResidentNotFound;
import cn.gridbell.resident.Residents;
import cn.gridbell.staff.StaffId;
import cn.gridbell.staff.StaffMembers;
import cn.gridbell.staff.StaffView;
import cn.gridbell.wechat.WechatPersonId;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Asks the rooms that know the people. */
@Component
class AddressBookFromRooms implements AddressBook {

    private final Residents residents;
    private final StaffMembers staff;

    AddressBookFromRooms(Residents residents, StaffMembers staff) {
        this.residents = residents;
        this.staff = staff;
    }

    @Override
    public Optional<WechatPersonId> wechatOf(Recipient person) {
        return switch (person.kind()) {
            case RESIDENT -> ofResident(new ResidentId(person.id()));
            case STAFF -> staff.find(new StaffId(person.id())).map(StaffView::wechatPerson);
        };
    }

    private Optional<WechatPersonId> ofResident(ResidentId id) {
        try {
            return Optional.of(residents.require(id).wechatPerson());
        } catch (ResidentNotFound gone) {
            return Optional.empty();
        }
    }
}

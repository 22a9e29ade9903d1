package cn.gridbell.visit.coverage;

import cn.gridbell.staff.StaffId;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

@Component
class NobodyAway implements Absences {

    @Override
    public boolean isAway(StaffId member, LocalDate day) {
        return false;
    }
}

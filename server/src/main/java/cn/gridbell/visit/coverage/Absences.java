package cn.gridbell.visit.coverage;

import cn.gridbell.staff.StaffId;
import java.time.LocalDate;

/** Whether somebody is on leave. */
interface Absences {

    /** The whole day. */
    boolean isAway(StaffId member, LocalDate day);
}

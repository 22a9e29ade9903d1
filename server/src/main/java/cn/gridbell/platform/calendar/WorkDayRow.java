package cn.gridbell.platform.calendar;

import java.time.LocalDate;

record WorkDayRow(LocalDate day, boolean working) {}

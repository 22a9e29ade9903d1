package cn.gridbell.visit.coverage;

import cn.gridbell.platform.IdempotencyKey;
import cn.gridbell.platform.InvalidInput;
import cn.gridbell.platform.security.Audience;
import cn.gridbell.platform.security.CallableBy;
import cn.gridbell.platform.security.Caller;
import cn.gridbell.platform.security.Role;
import jakarta.validation.Valid;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/staff")
class StaffKnockController {

    private final Knocks knocks;
    private final Walks walks;
    private final WeeklyRounds rounds;

    StaffKnockController(Knocks knocks, Walks walks, WeeklyRounds rounds) {
        this.knocks = knocks;
        this.walks = walks;
        this.rounds = rounds;
    }

    @PostMapping("/knocks")
    @ResponseStatus(HttpStatus.CREATED)
    @CallableBy(
            value = Audience.STAFF,
            roles = {Role.GRID_MEMBER, Role.GRID_LEAD, Role.COMMUNITY, Role.STREET, Role.DISTRICT, Role.SECONDED})
    KnockReceipt report(
            Caller caller,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @Valid @RequestBody ReportKnock body) {
        return knocks.report(caller, IdempotencyKey.optional(key), body);
    }

    /** The caller's doors of a day in walking order: visits and the turf of campaigns in one way. */
    @GetMapping("/walk")
    @CallableBy(
            value = Audience.STAFF,
            roles = {Role.GRID_MEMBER, Role.GRID_LEAD, Role.COMMUNITY, Role.STREET, Role.DISTRICT, Role.SECONDED})
    Walk walk(Caller caller, @RequestParam String day) {
        return walks.of(caller, parse("day", day));
    }

    /** What is asked of the caller in the week of a day, and how much of it is done. */
    @GetMapping("/weekly-round")
    @CallableBy(
            value = Audience.STAFF,
            roles = {Role.SECONDED})
    WeeklyRounds.Week weeklyRound(Caller caller, @RequestParam(required = false) @Nullable String day) {
        return rounds.of(caller, day == null ? null : parse("day", day));
    }

    private static LocalDate parse(String field, String day) {
        try {
            LocalDate parsed = LocalDate.parse(day);
            if (parsed.getYear() < 2020 || parsed.getYear() > 2200) {
                throw new DateTimeException("out of range");
            }
            return parsed;
        } catch (DateTimeException e) {
            throw InvalidInput.of(field, "日期格式有误，应为2026-11-24这样的日期。");
        }
    }
}

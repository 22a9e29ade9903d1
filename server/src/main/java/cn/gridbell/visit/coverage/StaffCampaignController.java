package cn.gridbell.visit.coverage;

import cn.gridbell.platform.IdempotencyKey;
import cn.gridbell.platform.Page;
import cn.gridbell.platform.PageRequest;
import cn.gridbell.platform.security.Audience;
import cn.gridbell.platform.security.CallableBy;
import cn.gridbell.platform.security.Caller;
import cn.gridbell.platform.security.Role;
import jakarta.validation.Valid;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/staff/campaigns")
class StaffCampaignController {

    private final Campaigns campaigns;

    StaffCampaignController(Campaigns campaigns) {
        this.campaigns = campaigns;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @CallableBy(
            value = Audience.STAFF,
            roles = {Role.GRID_LEAD, Role.COMMUNITY, Role.STREET, Role.DISTRICT})
    Campaigns.Opened open(
            Caller caller,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @Valid @RequestBody OpenCampaign body) {
        return campaigns.open(caller, IdempotencyKey.optional(key), body);
    }

    @GetMapping
    @CallableBy(
            value = Audience.STAFF,
            roles = {Role.GRID_MEMBER, Role.GRID_LEAD, Role.COMMUNITY, Role.STREET, Role.DISTRICT, Role.SECONDED})
    Page<CampaignViews.Line> campaigns(Caller caller, PageRequest page) {
        return campaigns.of(caller, page);
    }

    @PutMapping("/{id}/turf")
    @CallableBy(
            value = Audience.STAFF,
            roles = {Role.GRID_LEAD, Role.COMMUNITY, Role.STREET, Role.DISTRICT})
    Given giveTurf(Caller caller, @PathVariable CampaignId id, @Valid @RequestBody GiveTurf body) {
        return new Given(campaigns.giveTurf(caller, id, body));
    }

    /** @param doors how many changed hands */
    record Given(int doors) {}

    /** The caller's own turf. */
    @GetMapping("/{id}/turf")
    @CallableBy(
            value = Audience.STAFF,
            roles = {Role.GRID_MEMBER, Role.GRID_LEAD, Role.COMMUNITY, Role.STREET, Role.DISTRICT, Role.SECONDED})
    Page<CampaignViews.Stop> turf(Caller caller, @PathVariable CampaignId id, PageRequest page) {
        return campaigns.turf(caller, id, page);
    }

    @GetMapping("/{id}/progress")
    @CallableBy(
            value = Audience.STAFF,
            roles = {Role.GRID_MEMBER, Role.GRID_LEAD, Role.COMMUNITY, Role.STREET, Role.DISTRICT, Role.SECONDED})
    CampaignProgress progress(Caller caller, @PathVariable CampaignId id) {
        return campaigns.progress(caller, id);
    }

    @GetMapping(path = "/{id}/progress.csv", produces = "text/csv;charset=UTF-8")
    @CallableBy(
            value = Audience.STAFF,
            roles = {Role.GRID_MEMBER, Role.GRID_LEAD, Role.COMMUNITY, Role.STREET, Role.DISTRICT, Role.SECONDED})
    ResponseEntity<byte[]> sheet(Caller caller, @PathVariable CampaignId id) {
        byte[] sheet = ProgressSheet.of(campaigns.progress(caller, id)).getBytes(StandardCharsets.UTF_8);
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, "text/csv;charset=UTF-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"campaign-" + id + ".csv\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(sheet);
    }
}

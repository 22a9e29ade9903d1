package cn.gridbell.chat;

import cn.gridbell.grid.GridId;
import cn.gridbell.platform.security.Audience;
import cn.gridbell.platform.security.CallableBy;
import cn.gridbell.platform.security.Caller;
import cn.gridbell.platform.security.Role;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** A grid's code, to be printed and put on its noticeboard. */
@RestController
class StaffGridCodeController {

    private final GridCodes codes;

    StaffGridCodeController(GridCodes codes) {
        this.codes = codes;
    }

    @GetMapping("/api/staff/grids/{id}/qr-code")
    @CallableBy(
            value = Audience.STAFF,
            roles = {Role.STREET, Role.COMMUNITY, Role.GRID_LEAD, Role.ADMIN})
    ResponseEntity<byte[]> picture(Caller caller, @PathVariable GridId id) {
        byte[] picture = codes.pictureFor(caller, id);
        return ResponseEntity.ok()
                .contentType(picture[0] == (byte) 0x89 ? MediaType.IMAGE_PNG : MediaType.IMAGE_JPEG)
                .cacheControl(CacheControl.maxAge(Duration.ofDays(1)).cachePrivate())
                .body(picture);
    }
}

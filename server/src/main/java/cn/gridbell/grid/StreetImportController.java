package cn.gridbell.grid;

import cn.gridbell.platform.InvalidInput;
import cn.gridbell.platform.security.Audience;
import cn.gridbell.platform.security.CallableBy;
import cn.gridbell.platform.security.Role;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** The street's staff bring their street in, or bring it up to date. Sending the same files twice changes nothing. */
@RestController
class StreetImportController {

    private static final long MOST_BYTES = 20L * 1024 * 1024;

    private final StreetImports imports;

    StreetImportController(StreetImports imports) {
        this.imports = imports;
    }

    /**
     * What was kept.
     *
     * @param taken rows by kind
     */
    record StreetImported(Map<String, Integer> taken) {}

    /** @throws StreetNotClean 422 with each bad row; nothing was kept */
    @PostMapping(path = "/api/staff/street-imports", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @CallableBy(
            value = Audience.STAFF,
            roles = {Role.ADMIN, Role.STREET})
    StreetImported importStreet(@RequestPart("file") MultipartFile file) throws IOException {
        if (file.getSize() > MOST_BYTES) {
            throw InvalidInput.of("file", "压缩包太大，不能超过20 MB。");
        }
        try (InputStream zip = file.getInputStream()) {
            ImportReport report = imports.importZip(zip);
            if (!report.clean()) {
                throw new StreetNotClean(report);
            }
            return new StreetImported(report.taken());
        }
    }
}

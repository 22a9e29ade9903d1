package cn.gridbell.photo;

import cn.gridbell.platform.security.Audience;
import cn.gridbell.platform.security.CallableBy;
import cn.gridbell.platform.security.Caller;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Where people upload pictures. A repeated upload is another picture; what nobody uses is swept away. */
@RestController
class ResidentPhotoController {

    private final Photos photos;

    ResidentPhotoController(Photos photos) {
        this.photos = photos;
    }

    @PostMapping(path = "/api/resident/photos", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @CallableBy(Audience.RESIDENT)
    PhotoView upload(Caller caller, @RequestPart("file") MultipartFile file) {
        try (InputStream bytes = file.getInputStream()) {
            return photos.upload(caller, bytes);
        } catch (IOException brokenOff) {
            throw PhotoRefused.noPicture();
        }
    }
}

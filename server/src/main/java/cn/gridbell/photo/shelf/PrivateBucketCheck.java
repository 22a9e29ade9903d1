package cn.gridbell.photo.shelf;

import cn.gridbell.platform.ProductionCheck;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Residents' pictures travel encrypted and lie where nobody else can look. */
@Component
class PrivateBucketCheck implements ProductionCheck {

    private final ShelfProperties settings;

    PrivateBucketCheck(ShelfProperties settings) {
        this.settings = settings;
    }

    @Override
    public List<String> objections() {
        ShelfProperties.S3 s3 = settings.s3();
        List<String> objections = new ArrayList<>();
        if (s3 == null) {
            return objections;
        }
        if (!"https".equals(s3.endpoint().getScheme())) {
            objections.add("gridbell.photo.s3.endpoint is not https");
        }
        if (S3Cabinet.isOpenToAnybody(s3)) {
            objections.add("gridbell.photo.s3.bucket can be listed by anybody: make it private");
        }
        return objections;
    }
}

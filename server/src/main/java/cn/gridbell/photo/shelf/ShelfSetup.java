package cn.gridbell.photo.shelf;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** On disk unless a bucket is set. */
@Configuration(proxyBeanMethods = false)
class ShelfSetup {

    @Bean
    Cabinet cabinet(ShelfProperties settings) {
        ShelfProperties.S3 s3 = settings.s3();
        return s3 == null ? new DiskCabinet(settings.folder()) : new S3Cabinet(s3);
    }
}

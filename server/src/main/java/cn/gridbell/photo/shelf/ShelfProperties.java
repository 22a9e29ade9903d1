package cn.gridbell.photo.shelf;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where pictures lie.
 *
 * @param folder shared by all nodes; not used once {@code s3} is set
 * @param s3     null: on disk
 */
@Validated
@ConfigurationProperties("gridbell.photo")
record ShelfProperties(
        @NotNull Path folder, @Valid @Nullable S3 s3) {

    /**
     * A bucket that speaks S3.
     *
     * @param endpoint  address of the service, without the bucket
     * @param region    part of each signature; many storages take any
     * @param bucket    private; it must exist
     * @param prefix    before each key, empty or ending in a slash
     * @param pathStyle true: the bucket stands in the path, false: in the host name
     * @param timeLimit for a call with its second try; half of it for each try, a quarter for connecting
     */
    record S3(
            @NotNull URI endpoint,
            @DefaultValue("us-east-1") @NotBlank String region,
            @NotBlank String bucket,

            @DefaultValue("") @Pattern(regexp = "|[A-Za-z0-9/_-]{1,100}/")
            String prefix,

            @DefaultValue("true") boolean pathStyle,
            @NotBlank String accessKey,
            @NotBlank String secretKey,
            @DefaultValue("10s") @DurationMin(millis = 100) Duration timeLimit) {

        /** Keeps the keys out of logs. */
        @Override
        public String toString() {
            return "S3[endpoint=" + endpoint + ", bucket=" + bucket + ", prefix=" + prefix + "]";
        }
    }
}

package cn.gridbell.photo.shelf;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.AbstractResource;
import org.springframework.core.io.Resource;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * A bucket. Objects get no rights of their own, so that they are as private as the bucket. Only what every S3-compatible storage understands is used: signature
 * 4, bodies in one piece, {@code Content-MD5}; none of Amazon's newer checksums.
 */
final class S3Cabinet implements Cabinet, AutoCloseable {

    private static final int NOT_FOUND = 404;

    private final S3Client s3;
    private final ShelfProperties.S3 settings;

    S3Cabinet(ShelfProperties.S3 settings) {
        this.settings = settings;
        this.s3 = client(
                settings,
                StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(settings.accessKey(), settings.secretKey())));
    }

    @Override
    public void put(String key, byte[] jpeg) throws IOException {
        asked(() -> s3.putObject(
                to -> to.bucket(settings.bucket())
                        .key(settings.prefix() + key)
                        .contentType("image/jpeg")
                        .contentMD5(md5(jpeg)),
                RequestBody.fromBytes(jpeg)));
    }

    @Override
    public Optional<Resource> find(String key) throws IOException {
        try {
            return Optional.of(new Streamed(
                    s3.getObject(from -> from.bucket(settings.bucket()).key(settings.prefix() + key))));
        } catch (S3Exception no) {
            if (no.statusCode() == NOT_FOUND && !"NoSuchBucket".equals(codeOf(no))) {
                return Optional.empty();
            }
            throw away(no);
        } catch (SdkException no) {
            throw away(no);
        }
    }

    @Override
    public void remove(String key) throws IOException {
        asked(() -> s3.deleteObject(at -> at.bucket(settings.bucket()).key(settings.prefix() + key)));
    }

    @Override
    public List<Kept> list(@Nullable String after, int most) throws IOException {
        int start = settings.prefix().length();
        return asked(() -> s3.listObjectsV2(of -> of.bucket(settings.bucket())
                        .prefix(settings.prefix())
                        .startAfter(after == null ? null : settings.prefix() + after)
                        .maxKeys(Math.min(most, 1_000))))
                .contents()
                .stream()
                .map(object -> new Kept(object.key().substring(start), object.lastModified()))
                .toList();
    }

    /** Whether anybody on the network may read what lies here; false if that cannot be found out now. */
    static boolean isOpenToAnybody(ShelfProperties.S3 settings) {
        try (S3Client nobody = client(settings, AnonymousCredentialsProvider.create())) {
            nobody.listObjectsV2(of -> of.bucket(settings.bucket()).maxKeys(1));
            return true;
        } catch (SdkException refused) {
            return false;
        }
    }

    @Override
    public void close() {
        s3.close();
    }

    private static S3Client client(ShelfProperties.S3 settings, AwsCredentialsProvider who) {
        return S3Client.builder()
                .endpointOverride(settings.endpoint())
                .region(Region.of(settings.region()))
                .forcePathStyle(settings.pathStyle())
                .credentialsProvider(who)
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .serviceConfiguration(how -> how.chunkedEncodingEnabled(false))
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(settings.timeLimit().dividedBy(4))
                        .socketTimeout(settings.timeLimit().dividedBy(2)))
                .overrideConfiguration(how -> how.apiCallTimeout(settings.timeLimit())
                        .apiCallAttemptTimeout(settings.timeLimit().dividedBy(2)))
                .build();
    }

    private static <T> T asked(java.util.function.Supplier<T> call) throws IOException {
        try {
            return call.get();
        } catch (SdkException no) {
            throw away(no);
        }
    }

    private static IOException away(SdkException no) {
        return new IOException("bucket", no);
    }

    private static @Nullable String codeOf(S3Exception no) {
        return no.awsErrorDetails() == null ? null : no.awsErrorDetails().errorCode();
    }

    private static String md5(byte[] bytes) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("MD5").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An answer that is being read from the bucket: its length is known, its bytes come once. */
    private static final class Streamed extends AbstractResource {

        private final ResponseInputStream<GetObjectResponse> answer;

        Streamed(ResponseInputStream<GetObjectResponse> answer) {
            this.answer = answer;
        }

        @Override
        public String getDescription() {
            return "object in the bucket";
        }

        @Override
        public boolean exists() {
            return true;
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public long contentLength() {
            return answer.response().contentLength();
        }

        @Override
        public InputStream getInputStream() {
            return answer;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }
}

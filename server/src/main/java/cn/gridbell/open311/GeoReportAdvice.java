package cn.gridbell.open311;

import cn.gridbell.platform.Failures;
import cn.gridbell.platform.InvalidInput;
import cn.gridbell.platform.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.multipart.MultipartException;

/** Every "no" at this door is a list of code and description, in the format that was asked for. */
@RestControllerAdvice(annotations = GeoReportDoor.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class GeoReportAdvice {

    private static final Logger log = LoggerFactory.getLogger(GeoReportAdvice.class);
    private static final String PLATFORM = "urn:problem:platform:";

    @ExceptionHandler(Problem.class)
    ResponseEntity<byte[]> refuse(Problem problem, HttpServletRequest request) {
        HttpStatus status = statusOf(problem);
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(status);
        Object wait = problem.properties().get("retryAfterSeconds");
        if (wait != null || status == HttpStatus.SERVICE_UNAVAILABLE) {
            answer.header(HttpHeaders.RETRY_AFTER, wait == null ? "5" : wait.toString());
        }
        return errors(answer, status, descriptionsOf(problem), request);
    }

    @ExceptionHandler({
        TransientDataAccessException.class,
        RecoverableDataAccessException.class,
        DataAccessResourceFailureException.class,
        TransactionException.class
    })
    ResponseEntity<byte[]> databaseAway(Exception failure, HttpServletRequest request) {
        log.warn("Database away or busy: {}", Failures.describe(failure));
        HttpStatus status = HttpStatus.SERVICE_UNAVAILABLE;
        return errors(
                ResponseEntity.status(status).header(HttpHeaders.RETRY_AFTER, "2"),
                status,
                List.of("Busy, try again in a few seconds. 系统暂时繁忙，请几秒后再试。"),
                request);
    }

    @ExceptionHandler(MultipartException.class)
    ResponseEntity<byte[]> noUpload(MultipartException failure, HttpServletRequest request) {
        HttpStatus status = HttpStatus.BAD_REQUEST;
        return errors(ResponseEntity.status(status), status, List.of("The upload cannot be read. 上传的内容无法读取。"), request);
    }

    @ExceptionHandler(Exception.class)
    ResponseEntity<byte[]> unexpected(Exception failure, HttpServletRequest request) {
        boolean refusedByFirewall = failure instanceof RequestRejectedException;
        boolean malformed =
                failure instanceof ErrorResponse known && known.getStatusCode().is4xxClientError();
        if (refusedByFirewall || malformed) {
            HttpStatus status = HttpStatus.BAD_REQUEST;
            return errors(
                    ResponseEntity.status(status),
                    status,
                    List.of("The URL request is invalid. 请求有误，请检查地址和参数。"),
                    request);
        }
        if (Failures.databaseCannotNow(failure)) {
            return databaseAway(failure, request);
        }
        log.error("Unexpected: {}", Failures.describe(failure));
        HttpStatus status = HttpStatus.INTERNAL_SERVER_ERROR;
        return errors(ResponseEntity.status(status), status, List.of("General service error. 系统出错，请稍后再试。"), request);
    }

    /** The specification knows 404, 403 and 400; what it does not speak of (keys of repeated calls, a busy house) keeps its own. */
    private static HttpStatus statusOf(Problem problem) {
        HttpStatus status = problem.status();
        boolean own = status == HttpStatus.NOT_FOUND
                || status == HttpStatus.FORBIDDEN
                || status == HttpStatus.TOO_MANY_REQUESTS
                || status == HttpStatus.SERVICE_UNAVAILABLE
                || problem.type().toString().startsWith(PLATFORM);
        return own ? status : HttpStatus.BAD_REQUEST;
    }

    private static List<String> descriptionsOf(Problem problem) {
        if (problem instanceof GeoReportRefusal refusal) {
            return refusal.descriptions();
        }
        Object errors = problem.properties().get("errors");
        if (problem instanceof InvalidInput && errors instanceof List<?> list && !list.isEmpty()) {
            return list.stream()
                    .map(error -> error instanceof InvalidInput.FieldError field ? field.message() : problem.detail())
                    .toList();
        }
        return List.of(problem.detail());
    }

    private static ResponseEntity<byte[]> errors(
            ResponseEntity.BodyBuilder answer,
            HttpStatus status,
            List<String> descriptions,
            HttpServletRequest request) {
        GeoReportFormat format = GeoReportFormat.of(request.getRequestURI());
        Body body = new Body.Rows(
                "errors",
                descriptions.stream()
                        .map(description -> Body.Fields.of("error")
                                .with("code", status.value())
                                .with("description", description))
                        .toList());
        return answer.contentType(format.type())
                .cacheControl(CacheControl.noStore())
                .body(GeoReportWriter.write(body, format));
    }
}

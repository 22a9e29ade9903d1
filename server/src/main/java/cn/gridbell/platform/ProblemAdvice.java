package cn.gridbell.platform;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.MethodParameter;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.transaction.TransactionException;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.core.JacksonException;

/**
 * Every "no" leaves the house as a problem document with a Chinese sentence; what went wrong inside is logged by type and place only, because
 * messages of exceptions can carry what people typed.
 */
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

    @ExceptionHandler(Problem.class)
    ResponseEntity<Object> refuse(Problem problem) {
        ProblemDetail body = ProblemDetail.forStatus(problem.status());
        body.setType(problem.type());
        body.setTitle(problem.title());
        body.setDetail(problem.detail());
        problem.properties().forEach(body::setProperty);
        HttpHeaders headers = problemHeaders();
        Object wait = problem.properties().get("retryAfterSeconds");
        if (wait != null) {
            headers.set(HttpHeaders.RETRY_AFTER, wait.toString());
        } else if (problem.status() == HttpStatus.SERVICE_UNAVAILABLE
                || problem.status() == HttpStatus.TOO_MANY_REQUESTS) {
            headers.set(HttpHeaders.RETRY_AFTER, "5");
        }
        return ResponseEntity.status(problem.status()).headers(headers).body(body);
    }

    @ExceptionHandler({
        TransientDataAccessException.class,
        RecoverableDataAccessException.class,
        DataAccessResourceFailureException.class,
        TransactionException.class
    })
    ResponseEntity<Object> databaseAway(Exception failure) {
        log.warn("Database away or busy: {}", Failures.describe(failure));
        return refuse(new TemporarilyUnavailable());
    }

    /** A body that says it is an upload and is none; too large an upload has its own answer. */
    @ExceptionHandler(MultipartException.class)
    ResponseEntity<Object> noUpload(MultipartException failure) {
        Problem hidden = problemBehind(failure);
        return refuse(hidden != null ? hidden : InvalidInput.of("", "上传的内容无法读取，请重新选择文件后再试。"));
    }

    /** Parameters and headers that cannot be decoded, or hold what no client of ours sends. */
    @ExceptionHandler({InvalidParameterException.class, RequestRejectedException.class})
    ResponseEntity<Object> unreadable(RuntimeException failure) {
        return answer(HttpStatus.BAD_REQUEST, "unreadable", ServerProblems.TITLE, ServerProblems.DETAIL);
    }

    @ExceptionHandler(Exception.class)
    ResponseEntity<Object> unexpected(Exception failure) {
        Problem hidden = problemBehind(failure);
        if (hidden != null) {
            return refuse(hidden);
        }
        if (Failures.databaseCannotNow(failure)) {
            return databaseAway(failure);
        }
        log.error("Unexpected: {}", Failures.describe(failure));
        return answer(HttpStatus.INTERNAL_SERVER_ERROR, "unexpected", "系统出错", "系统出了问题，我们已经收到告警。请稍后再试，已经提交成功的内容不会丢失。");
    }

    @ExceptionHandler(MethodArgumentTypeMismatchException.class)
    ResponseEntity<Object> wrongType(MethodArgumentTypeMismatchException failure) {
        Problem hidden = problemBehind(failure);
        if (hidden != null) {
            return refuse(hidden);
        }
        MethodParameter parameter = failure.getParameter();
        if (parameter.hasParameterAnnotation(PathVariable.class)) {
            return answer(HttpStatus.NOT_FOUND, "not-found", "没有找到", "没有找到您要看的内容，请返回列表刷新后重试。");
        }
        return refuse(InvalidInput.of(failure.getName(), "参数“" + failure.getName() + "”填写有误，请检查后重试。"));
    }

    @Override
    protected ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException failure, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        List<InvalidInput.FieldError> errors = failure.getBindingResult().getAllErrors().stream()
                .map(error -> new InvalidInput.FieldError(
                        error instanceof FieldError field ? field.getField() : error.getObjectName(),
                        error instanceof FieldError field && field.isBindingFailure()
                                ? "填写有误，请检查后重试。"
                                : String.valueOf(error.getDefaultMessage())))
                .toList();
        return refuse(new InvalidInput(errors));
    }

    @Override
    protected ResponseEntity<Object> handleHandlerMethodValidationException(
            HandlerMethodValidationException failure, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        List<InvalidInput.FieldError> errors = failure.getParameterValidationResults().stream()
                .flatMap(result -> result.getResolvableErrors().stream()
                        .map(error -> new InvalidInput.FieldError(
                                String.valueOf(result.getMethodParameter().getParameterName()),
                                String.valueOf(error.getDefaultMessage()))))
                .toList();
        return refuse(new InvalidInput(errors));
    }

    @Override
    protected ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException failure, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        Problem hidden = problemBehind(failure);
        if (hidden != null) {
            return refuse(hidden);
        }
        String field = failure.getCause() instanceof JacksonException json ? path(json) : "";
        return refuse(
                field.isEmpty()
                        ? InvalidInput.of("", "提交的内容无法读取，请返回上一页重新填写。")
                        : InvalidInput.of(field, "“" + field + "”填写有误，请检查后重试。"));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception failure, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        Problem hidden = problemBehind(failure);
        if (hidden != null) {
            return refuse(hidden);
        }
        HttpStatus known = HttpStatus.valueOf(status.value());
        ResponseEntity<Object> answer =
                switch (known) {
                    case NOT_FOUND -> answer(known, "not-found", "没有找到", "没有找到您要看的内容，请返回列表刷新后重试。");
                    case METHOD_NOT_ALLOWED -> answer(known, "method-not-allowed", "不支持的操作", "这里不支持这种操作，请更新小程序后重试。");
                    case UNSUPPORTED_MEDIA_TYPE, NOT_ACCEPTABLE ->
                        answer(known, "media-type", "格式不支持", "提交或期望的格式不支持，请更新小程序后重试。");
                    case CONTENT_TOO_LARGE -> answer(known, "too-large", "内容太大", "提交的内容太大，请减少内容或压缩图片后重试。");
                    case BAD_REQUEST -> refuse(InvalidInput.of(missingName(failure), "提交的内容不完整或有误，请检查后重试。"));
                    default -> answer(known, "refused", "无法办理", "这次操作没有成功，请稍后再试。");
                };
        HttpHeaders merged = new HttpHeaders();
        merged.putAll(answer.getHeaders());
        if (headers.getAllow() != null && !headers.getAllow().isEmpty()) {
            merged.setAllow(headers.getAllow());
        }
        return ResponseEntity.status(answer.getStatusCode()).headers(merged).body(answer.getBody());
    }

    private static String missingName(Exception failure) {
        if (failure instanceof org.springframework.web.bind.MissingServletRequestParameterException missing) {
            return missing.getParameterName();
        }
        return failure instanceof org.springframework.web.multipart.support.MissingServletRequestPartException part
                ? part.getRequestPartName()
                : "";
    }

    private static ResponseEntity<Object> answer(HttpStatus status, String kind, String title, String detail) {
        ProblemDetail body = ProblemDetail.forStatus(status);
        body.setType(URI.create("urn:problem:platform:" + kind));
        body.setTitle(title);
        body.setDetail(detail);
        return ResponseEntity.status(status).headers(problemHeaders()).body(body);
    }

    /** Said outright, so that a "no" has words whatever the caller would rather accept. */
    private static HttpHeaders problemHeaders() {
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        return headers;
    }

    /** A problem thrown while Spring or Jackson was building a value arrives wrapped. */
    private static @Nullable Problem problemBehind(Throwable failure) {
        Throwable at = failure;
        for (int depth = 0; at != null && depth < 10; depth++) {
            if (at instanceof Problem problem) {
                return problem;
            }
            at = at.getCause();
        }
        return null;
    }

    private static String path(JacksonException failure) {
        Map<String, Boolean> names = new LinkedHashMap<>();
        failure.getPath().forEach(step -> {
            if (step.getPropertyName() != null) {
                names.put(step.getPropertyName(), true);
            }
        });
        String path = String.join(".", names.keySet());
        // The names come from the body: show them only if they look like ours.
        return path.matches("[A-Za-z0-9.]{1,80}") ? path : "";
    }
}

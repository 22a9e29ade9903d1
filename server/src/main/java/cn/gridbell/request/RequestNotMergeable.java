package cn.gridbell.request;

import cn.gridbell.platform.Problem;
import org.springframework.http.HttpStatus;

/** These two cannot become one: 422 if they never could, 409 if they no longer can. */
final class RequestNotMergeable extends Problem {

    private static final long serialVersionUID = 1L;

    private RequestNotMergeable(HttpStatus status, String detail) {
        super(status, "request", "not-mergeable", "不能合并", detail);
    }

    static RequestNotMergeable withItself() {
        return new RequestNotMergeable(HttpStatus.UNPROCESSABLE_CONTENT, "不能和自己合并，请选择另一件诉求。");
    }

    static RequestNotMergeable acrossStreets() {
        return new RequestNotMergeable(HttpStatus.UNPROCESSABLE_CONTENT, "两件诉求不在同一个街道，不能合并，请用转办。");
    }

    static RequestNotMergeable acrossPrivacy() {
        return new RequestNotMergeable(HttpStatus.UNPROCESSABLE_CONTENT, "不公开的诉求和公开的诉求不能合并，以免泄露居民的情况。");
    }

    static RequestNotMergeable intoClosed() {
        return new RequestNotMergeable(HttpStatus.CONFLICT, "要并入的诉求已经办结或已被合并，请选择仍在办理的诉求。");
    }

    static RequestNotMergeable hostClosed() {
        return new RequestNotMergeable(HttpStatus.CONFLICT, "并入的诉求已经办结，不能再拆分；居民不满意可以评价后重新办理。");
    }
}

package cn.gridbell.request;

import cn.gridbell.platform.Problem;
import org.springframework.http.HttpStatus;

/** 409: the draft became a request, was withdrawn or its seven days are over. */
final class DraftAlreadyClosed extends Problem {

    private static final long serialVersionUID = 1L;

    DraftAlreadyClosed() {
        super(HttpStatus.CONFLICT, "request", "draft-already-closed", "草稿已失效", "这份草稿已提交、已撤回或已过期，请在诉求列表中查看，或重新填写。");
    }
}

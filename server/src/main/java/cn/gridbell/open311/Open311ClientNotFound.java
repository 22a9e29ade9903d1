package cn.gridbell.open311;

import cn.gridbell.platform.Problem;
import org.springframework.http.HttpStatus;

/** 404: no client of that number whose key still works. */
final class Open311ClientNotFound extends Problem {

    private static final long serialVersionUID = 1L;

    Open311ClientNotFound() {
        super(HttpStatus.NOT_FOUND, "open311", "client-not-found", "没有这个接入方", "没有找到这个接入方，或它的密钥已经停用，请刷新列表查看。");
    }
}

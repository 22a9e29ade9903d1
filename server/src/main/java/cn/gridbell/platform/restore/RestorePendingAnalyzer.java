package cn.gridbell.platform.restore;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says what to do instead of a stack trace. */
class RestorePendingAnalyzer extends AbstractFailureAnalyzer<RestorePending> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, RestorePending cause) {
        return new FailureAnalysis(
                "拒绝启动：数据库是从备份恢复的，备份之后发出的消息会被再次发送 (the database was restored from a backup).",
                "先运行一次 java -jar gridbell-server-<version>-exec.jar --restored，见 docs/operations.md (run it once with --restored first).",
                cause);
    }
}

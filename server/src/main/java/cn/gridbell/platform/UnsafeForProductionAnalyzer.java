package cn.gridbell.platform;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints the objections one a line instead of a stack trace. */
class UnsafeForProductionAnalyzer extends AbstractFailureAnalyzer<UnsafeForProduction> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, UnsafeForProduction cause) {
        return new FailureAnalysis(
                "拒绝启动：以下设置不能用于正式环境 (these settings are unsafe in production):\n  - "
                        + String.join("\n  - ", cause.objections()),
                "按 docs/operations.md 修改上列设置后重新启动 (see docs/operations.md).",
                cause);
    }
}

package cn.gridbell.signin;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/** @param version of the privacy text that was shown: 1 to 32 letters, digits, dots, hyphens */
record AgreeToPrivacy(
        @NotNull(message = "缺少隐私说明的版本，请更新小程序后重试。")
        @Pattern(regexp = "[A-Za-z0-9._-]{1,32}", message = "隐私说明的版本无效，请更新小程序后重试。")
        String version) {}

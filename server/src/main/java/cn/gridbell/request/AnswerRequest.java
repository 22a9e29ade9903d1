package cn.gridbell.request;

import cn.gridbell.photo.PhotoId;
import cn.gridbell.platform.PlainText;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Body of {@code POST /api/staff/requests/{id}/result}.
 *
 * @param words what the resident reads; for a refusal the reason and where to go
 */
record AnswerRequest(
        @NotNull(message = "请选择办理结果。") Result closure,

        @NotNull(message = "请填写办理情况。") @PlainText(min = 2, max = 1000)
        String words,

        @Size(max = 9, message = "最多上传9张图片。") @Nullable List<@NotNull(message = "图片编号有误，请重新上传。") PhotoId> photoIds) {

    /** What a holder can say came of it; merging is another matter. */
    enum Result {
        SOLVED(Closure.SOLVED),
        PARTLY(Closure.PARTLY),
        REFUSED(Closure.REFUSED),
        TRANSFERRED(Closure.TRANSFERRED);

        private final Closure of;

        Result(Closure of) {
            this.of = of;
        }

        Closure closure() {
            return of;
        }
    }
}

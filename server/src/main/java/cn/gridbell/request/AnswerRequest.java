package cn.gridbell.request;

import cn.gridbell.photo.PhotoId;
import cn.gridbell.platform.InvalidInput;
import cn.gridbell.platform.PlainText;
import cn.gridbell.request.outcome.Ending;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Body of {@code POST /api/staff/requests/{id}/result}.
 *
 * @param words          what the resident reads; for a refusal the reason
 * @param photoIds       how it is now; SOLVED of some categories needs one
 * @param beforePhotoIds how it was
 * @param whereToGo      REFUSED: who can help
 * @param transferredTo  TRANSFERRED: to whom
 */
record AnswerRequest(
        @NotNull(message = "请选择办理结果。") Result closure,

        @NotNull(message = "请填写办理情况。") @PlainText(min = 2, max = 1000)
        String words,

        @Size(max = 9, message = "最多上传9张图片。") @Nullable List<@NotNull(message = "图片编号有误，请重新上传。") PhotoId> photoIds,

        @Size(max = 9, message = "最多上传9张图片。") @Nullable
        List<@NotNull(message = "图片编号有误，请重新上传。") PhotoId> beforePhotoIds,

        @PlainText(max = 200) @Nullable String whereToGo,
        @PlainText(max = 100) @Nullable String transferredTo) {

    /** @throws InvalidInput 400 if something the closure demands is missing, or something is given that does not belong to it */
    Ending ending() {
        requireExactly(closure == Result.REFUSED, whereToGo, "whereToGo", "请告诉居民可以找谁办理，例如部门名称和电话。");
        requireExactly(closure == Result.TRANSFERRED, transferredTo, "transferredTo", "请填写转给了哪个部门或单位。");
        return new Ending(strip(whereToGo), strip(transferredTo), null);
    }

    private static void requireExactly(boolean demanded, @Nullable String given, String field, String missing) {
        if (demanded && given == null) {
            throw InvalidInput.of(field, missing);
        }
        if (!demanded && given != null) {
            throw InvalidInput.of(field, "这种办理结果不需要填写这一项，请删去或改选办理结果。");
        }
    }

    private static @Nullable String strip(@Nullable String text) {
        return text == null ? null : text.strip();
    }

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

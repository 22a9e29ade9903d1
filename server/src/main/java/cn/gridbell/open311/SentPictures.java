package cn.gridbell.open311;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** The files of a form that was sent as multipart, whatever the client calls them ({@code media}, {@code photo1}); an empty one is none. */
final class SentPictures {

    private static final int MOST = 9;

    private SentPictures() {}

    /** @throws GeoReportRefusal 400 if there are more than nine, or the form cannot be read */
    static List<Part> of(HttpServletRequest request) {
        String type = request.getContentType();
        if (type == null || !type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data")) {
            return List.of();
        }
        try {
            List<Part> files = request.getParts().stream()
                    .filter(part -> part.getSubmittedFileName() != null && part.getSize() > 0)
                    .toList();
            if (files.size() > MOST) {
                throw GeoReportRefusal.invalid("At most 9 pictures can be sent. 最多附9张图片。");
            }
            return files;
        } catch (IOException | ServletException | IllegalStateException unreadable) {
            throw GeoReportRefusal.invalid("The upload cannot be read. 上传的内容无法读取。");
        }
    }

    /** @throws GeoReportRefusal 400 if there are any: where they would be dropped, that is said */
    static void refuseAny(HttpServletRequest request) {
        if (!of(request).isEmpty()) {
            throw GeoReportRefusal.invalid(
                    "Pictures cannot be uploaded with an update, send their address in the description. 更新不能上传图片，请在 description 中写明图片地址。");
        }
    }
}

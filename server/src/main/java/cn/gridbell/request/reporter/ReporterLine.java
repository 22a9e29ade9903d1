package cn.gridbell.request.reporter;

import org.jspecify.annotations.Nullable;

/**
 * Who reported a matter, as one staff member may see it.
 *
 * @param words      居民, or 匿名居民 for whom it is hidden from
 * @param phone      masked; null if hidden or none is bound
 * @param canReveal  whether this staff member can ask for the number with a purpose
 */
public record ReporterLine(String words, @Nullable String phone, boolean canReveal) {

    public static final ReporterLine HIDDEN = new ReporterLine("匿名居民", null, false);
    /** Found by staff, or the resident left. */
    public static final ReporterLine NOBODY = new ReporterLine("无报送居民", null, false);
}

package cn.gridbell.request.category;

import java.util.List;

/**
 * A category on the screen.
 *
 * @param selectable false for a heading
 * @param isPrivate  requests of this kind are never shown to others
 * @param questions  to be answered in {@code answers}
 * @param notices    to be read before it is submitted
 */
public record CategoryView(
        String code,
        String name,
        List<String> keywords,
        boolean selectable,
        boolean isPrivate,
        List<Question> questions,
        List<String> notices,
        List<CategoryView> children) {}

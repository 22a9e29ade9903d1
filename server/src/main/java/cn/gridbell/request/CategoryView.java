package cn.gridbell.request;

import java.util.List;

/**
 * A category on the screen.
 *
 * @param selectable false for a heading
 * @param isPrivate  requests of this kind are never shown to others
 */
record CategoryView(
        String code,
        String name,
        List<String> keywords,
        boolean selectable,
        boolean isPrivate,
        List<CategoryView> children) {}

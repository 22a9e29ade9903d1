/**
 * What can be asked for: the tree of categories, what each asks and tells beforehand, how long each level has for it, and which one a text is
 * about. Inside the room {@code request} only.
 *
 * <p>Tables: {@code request_category}, {@code request_answer}.
 */
@NullMarked
package cn.gridbell.request.category;

import org.jspecify.annotations.NullMarked;

/**
 * Finds and hides what names a person in words somebody typed: phones, resident id numbers, plates, door numbers. Whatever shows words to others sends them
 * through here first; what is stored stays as it was written, for those who handle the matter.
 */
@NullMarked
package cn.gridbell.platform.masking;

import org.jspecify.annotations.NullMarked;

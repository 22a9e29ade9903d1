/**
 * Who may learn which resident reported a matter. Knows no request: the room {@code request} says how secret a reporter is, this says from whom.
 */
@NamedInterface("reporter")
@NullMarked
package cn.gridbell.request.reporter;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

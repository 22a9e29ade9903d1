/**
 * What the public may see of requests, and nothing else: no reporter, no staff, no words that were not checked. Reads the tables of the room
 * {@code request}; the room {@code open311} shows it.
 */
@NamedInterface("published")
@NullMarked
package cn.gridbell.request.published;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

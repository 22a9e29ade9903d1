/** Which open requests are near a place and like some words. Inside the room {@code request} only; reads {@code request}, owns no table. */
@NullMarked
package cn.gridbell.request.likeness;

import org.jspecify.annotations.NullMarked;

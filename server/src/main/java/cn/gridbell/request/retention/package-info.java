/** When a request has long been closed, what names people in it ends; the matter stays in the street's file. Inside the room {@code request} only. */
@NullMarked
package cn.gridbell.request.retention;

import org.jspecify.annotations.NullMarked;

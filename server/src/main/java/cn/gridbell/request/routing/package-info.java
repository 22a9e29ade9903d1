/** Who answers first, by category and territory, and the list of responsibilities that returns rest on. Inside the room {@code request} only. */
@NullMarked
package cn.gridbell.request.routing;

import org.jspecify.annotations.NullMarked;

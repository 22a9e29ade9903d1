/** What holders ask about a request they handle: returns, extensions, questions to the resident, moves down; one open at a time. Inside the room {@code request} only. */
@NullMarked
package cn.gridbell.request.ask;

import org.jspecify.annotations.NullMarked;

/**
 * What each column says of a person, declared by each room beside its migrations ({@code sql/<room>/columns.csv}), and what follows from it: the export of one's own
 * records and the list of what is kept after erasure. Knows no room: it reads what they declare.
 */
@NullMarked
package cn.gridbell.platform.personal;

import org.jspecify.annotations.NullMarked;

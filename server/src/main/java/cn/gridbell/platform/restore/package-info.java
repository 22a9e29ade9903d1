/**
 * What must happen between loading a backup and the first server: {@code --restored}. The database does not know what was done after the backup began, so numbers are
 * skipped that may be out there, and nothing is said that may have been said. Knows no room: each does its part as {@link
 * cn.gridbell.platform.restore.AfterRestore}.
 *
 * <p>Table: {@code platform_restored}. Facts: none.
 */
@NullMarked
package cn.gridbell.platform.restore;

import org.jspecify.annotations.NullMarked;

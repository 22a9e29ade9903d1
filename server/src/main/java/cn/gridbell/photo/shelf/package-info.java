/**
 * Where the files of pictures lie: a folder, or a bucket that speaks S3. Inside the room {@code photo} only.
 *
 * <p>Tables: none. Nothing here may be called inside a database transaction.
 */
@NullMarked
package cn.gridbell.photo.shelf;

import org.jspecify.annotations.NullMarked;

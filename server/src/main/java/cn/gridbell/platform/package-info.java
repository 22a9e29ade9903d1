/**
 * The ground everyone stands on: problems, clock, idempotency keys, keyset pages, start-up checks. It knows no room.
 *
 * <p>Tables: {@code idempotency_key}, {@code work_day}, {@code scheduled_tasks}. Facts: none. Nested topics: {@code security} (who may call),
 * {@code crypto} (fields encrypted at rest), {@code geo} (places), {@code redis} (what may be forgotten), {@code calendar} (working time), {@code restore}
 * (what follows a backup that was loaded), {@code repeat} (lost races), {@code leaving} (how a node goes), {@code load} (how much
 * is taken on at once), {@code pool} (connections while the database is away).
 */
@ApplicationModule(type = ApplicationModule.Type.OPEN)
@NullMarked
package cn.gridbell.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

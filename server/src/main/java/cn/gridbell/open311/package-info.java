/**
 * The GeoReport v2 doorway (Open311): other parties' programs read what is public of requests, report on behalf of people and exchange updates, in XML
 * and JSON. Keys of those programs are made and revoked by the street.
 *
 * <p>Tables: {@code open311_client}, {@code open311_report}, {@code open311_contact_reading}, {@code open311_update}. Facts: none. Nobody depends
 * on this room.
 */
@ApplicationModule(allowedDependencies = {"platform", "grid", "photo", "request", "request :: published"})
@NullMarked
package cn.gridbell.open311;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

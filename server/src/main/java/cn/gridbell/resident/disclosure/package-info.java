/**
 * The one way by which a resident's phone or hidden door leaves this room in plain: with a purpose, written down first, and shown to the resident.
 *
 * <p>Tables: {@code disclosure}, {@code disclosure_day}. Rooms that show a phone call {@code Disclosures}; {@code signin} shows residents who looked.
 */
@NamedInterface("disclosure")
@NullMarked
package cn.gridbell.resident.disclosure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

package cn.gridbell.resident.disclosure;

import cn.gridbell.resident.ResidentId;

/**
 * Somebody wants to see something of a resident. Whether they may is decided by the room that owns the matter, before.
 *
 * @param staffId who looks
 * @param about   kind and number of the matter, at most 60 characters: the resident recognizes it
 */
public record Look(ResidentId resident, long staffId, String about, RevealPurpose why) {}

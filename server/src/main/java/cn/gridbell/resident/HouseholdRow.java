package cn.gridbell.resident;

/**
 * @param addressKey 32 bytes
 * @param door       sealed
 */
@SuppressWarnings("ArrayRecordComponent") // a row as the mapper reads it, never compared
record HouseholdRow(long id, byte[] addressKey, byte[] door, long gridId) {}

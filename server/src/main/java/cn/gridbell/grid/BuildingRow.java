package cn.gridbell.grid;

/**
 * An entrance as stored.
 *
 * @param building  empty where the address is one house
 * @param gridCode  of level GRID or MICRO_GRID
 * @param latitude  WGS-84 degrees
 * @param longitude WGS-84 degrees
 */
record BuildingRow(String address, String building, String gridCode, double latitude, double longitude) {}

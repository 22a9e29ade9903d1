package cn.gridbell.grid;

import cn.gridbell.platform.geo.GeoPoint;

/**
 * An entrance as others see it.
 *
 * @param address  road and number, as delivered
 * @param building empty where the address is one house
 * @param grid     level GRID
 */
public record BuildingView(String address, String building, GridId grid, GeoPoint entrance) {}

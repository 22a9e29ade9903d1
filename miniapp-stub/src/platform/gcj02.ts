import type { Place } from './platform'

const SEMI_MAJOR = 6378245
const ECCENTRICITY_SQUARED = 0.00669342162296594323

/** WGS-84, as a browser gives it, to GCJ-02, as WeChat would; error within a few metres. Outside China nothing is moved. */
export function gcj02(wgs84: Place): Place {
  const { latitude, longitude } = wgs84
  if (longitude < 72.004 || longitude > 137.8347 || latitude < 0.8293 || latitude > 55.8271) {
    return wgs84
  }
  const x = longitude - 105
  const y = latitude - 35
  const radians = (latitude / 180) * Math.PI
  const magic = 1 - ECCENTRICITY_SQUARED * Math.sin(radians) ** 2
  const north = (northOf(x, y) * 180) / (((SEMI_MAJOR * (1 - ECCENTRICITY_SQUARED)) / (magic * Math.sqrt(magic))) * Math.PI)
  const east = (eastOf(x, y) * 180) / ((SEMI_MAJOR / Math.sqrt(magic)) * Math.cos(radians) * Math.PI)
  return { latitude: latitude + north, longitude: longitude + east }
}

function northOf(x: number, y: number): number {
  const plain = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * Math.sqrt(Math.abs(x))
  return plain + waves(x, [20, 6], [20, 2]) + waves(y, [20, 1], [40, 1 / 3]) + waves(y, [160, 1 / 12], [320, 1 / 30])
}

function eastOf(x: number, y: number): number {
  const plain = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * Math.sqrt(Math.abs(x))
  return plain + waves(x, [20, 6], [20, 2]) + waves(x, [20, 1], [40, 1 / 3]) + waves(x, [150, 1 / 12], [300, 1 / 30])
}

function waves(at: number, ...parts: [height: number, frequency: number][]): number {
  return parts.reduce((sum, [height, frequency]) => sum + (height * Math.sin(at * frequency * Math.PI) * 2) / 3, 0)
}

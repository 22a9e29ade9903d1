package cn.gridbell.platform.geo;

/**
 * Between WeChat's GCJ-02 and WGS-84. GCJ-02 is WGS-84 shifted by a published approximation (Krasovsky 1940 ellipsoid); the way back has no
 * closed form and is found by iteration to better than a centimetre of the approximation itself.
 */
final class Gcj02 {

    private static final double A = 6_378_245.0;
    private static final double EE = 0.00669342162296594323;
    private static final double CLOSE_ENOUGH_DEGREES = 1e-9;

    private Gcj02() {}

    static Location fromWgs84(GeoPoint point) {
        double[] shift = shift(point.latitude(), point.longitude());
        return new Location(point.latitude() + shift[0], point.longitude() + shift[1]);
    }

    static GeoPoint toWgs84(double latitude, double longitude) {
        double lat = latitude;
        double lng = longitude;
        for (int i = 0; i < 30; i++) {
            double[] shift = shift(lat, lng);
            double dLat = lat + shift[0] - latitude;
            double dLng = lng + shift[1] - longitude;
            lat -= dLat;
            lng -= dLng;
            if (Math.abs(dLat) < CLOSE_ENOUGH_DEGREES && Math.abs(dLng) < CLOSE_ENOUGH_DEGREES) {
                break;
            }
        }
        return new GeoPoint(lat, lng);
    }

    private static double[] shift(double latitude, double longitude) {
        double x = longitude - 105.0;
        double y = latitude - 35.0;
        double radians = Math.toRadians(latitude);
        double magic = 1 - EE * Math.sin(radians) * Math.sin(radians);
        double root = Math.sqrt(magic);
        double dLat = northings(x, y) * 180.0 / (A * (1 - EE) / (magic * root) * Math.PI);
        double dLng = eastings(x, y) * 180.0 / (A / root * Math.cos(radians) * Math.PI);
        return new double[] {dLat, dLng};
    }

    private static double northings(double x, double y) {
        double sum = -100.0 + 2.0 * x + 3.0 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * Math.sqrt(Math.abs(x));
        sum += waves(x, 6, 20) + waves(x, 2, 20);
        sum += (20 * Math.sin(y * Math.PI) + 40 * Math.sin(y / 3 * Math.PI)) * 2 / 3;
        return sum + (160 * Math.sin(y / 12 * Math.PI) + 320 * Math.sin(y * Math.PI / 30)) * 2 / 3;
    }

    private static double eastings(double x, double y) {
        double sum = 300.0 + x + 2.0 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * Math.sqrt(Math.abs(x));
        sum += waves(x, 6, 20) + waves(x, 2, 20);
        sum += (20 * Math.sin(x * Math.PI) + 40 * Math.sin(x / 3 * Math.PI)) * 2 / 3;
        return sum + (150 * Math.sin(x / 12 * Math.PI) + 300 * Math.sin(x / 30 * Math.PI)) * 2 / 3;
    }

    private static double waves(double x, double frequency, double height) {
        return height * Math.sin(frequency * x * Math.PI) * 2 / 3;
    }
}

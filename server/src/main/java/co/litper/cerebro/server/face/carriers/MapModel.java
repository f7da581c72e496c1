package co.litper.cerebro.server.face.carriers;

import java.util.List;

/**
 * A map of Colombia as shapes of SVG.
 *
 * @param width of the drawing, its own units
 * @param height of the drawing
 * @param ground a path of points, one a municipality
 * @param lanes the thinnest first
 * @param cities the largest first, so that smaller ones lie above
 */
public record MapModel(int width, int height, String ground, List<Lane> lanes, List<Dot> cities) {
    public MapModel {
        lanes = List.copyOf(lanes);
        cities = List.copyOf(cities);
    }

    /** From where to where parcels go. */
    public record Lane(String path, String width, String title) {}

    /**
     * A city.
     *
     * @param standing {@code good}, {@code bad} or {@code even}: its returns against all, where intervals do not overlap
     */
    public record Dot(String x, String y, String r, String standing, String title) {}
}
